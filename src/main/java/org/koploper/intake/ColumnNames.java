package org.koploper.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;

/** Which field a column of a file probably is, by what programs and people call it in English and Dutch. */
final class ColumnNames {

    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            usual("externalId", "id", "nr", "no", "number", "nummer", "code", "ref", "reference", "referentie", "key"),
            usual("name", "naam", "title", "titel", "omschrijving", "description"),
            usual("email", "mail", "emailaddress", "mailadres", "emailadres"),
            usual("country", "land", "countrycode", "landcode"),
            usual("team", "regionaloffice", "office", "kantoor", "afdeling", "department", "ploeg", "group", "groep"),
            usual("manager", "managername", "supervisor", "teamleader", "teamlead", "leidinggevende", "chef"),
            usual("jobRole", "role", "jobtitle", "job", "functie", "functietitel", "rol", "function"),
            usual("partTimeFactor", "parttime", "deeltijd", "fte", "deeltijdfactor", "tewerkstelling"),
            usual("parent", "parentteam", "above", "onder", "bovenliggend", "hoofdteam"),
            usual("from", "fromday", "start", "startdate", "startdatum", "begin", "van", "vanaf", "hiredate"),
            usual("to", "today", "end", "enddate", "einddatum", "einde", "until", "tot", "totenmet"),
            usual(
                    "owner",
                    "salesagent",
                    "agent",
                    "rep",
                    "salesrep",
                    "seller",
                    "salesperson",
                    "dealowner",
                    "opportunityowner",
                    "accountmanager",
                    "verkoper",
                    "eigenaar",
                    "vertegenwoordiger"),
            usual("person", "salesagent", "agent", "rep", "salesrep", "employee", "persoon", "medewerker", "verkoper"),
            usual(
                    "customer",
                    "account",
                    "accountname",
                    "client",
                    "company",
                    "klant",
                    "bedrijf",
                    "organisation",
                    "organization",
                    "klantnaam"),
            usual("product", "productname", "item", "article", "artikel"),
            usual("deal", "opportunity", "opportunityid", "dealid", "order", "orderid", "opportuniteit", "verkoop"),
            usual("lead", "leadid"),
            usual("invoice", "invoiceid", "invoicenumber", "factuur", "factuurnummer"),
            usual("stage", "dealstage", "status", "fase", "state", "opportunitystage"),
            usual("status", "stage", "state", "leadstatus", "fase"),
            usual(
                    "value",
                    "closevalue",
                    "amount",
                    "dealvalue",
                    "revenue",
                    "total",
                    "bedrag",
                    "waarde",
                    "omzet",
                    "dealamount",
                    "opportunityamount"),
            usual("amount", "value", "total", "bedrag", "waarde", "totaal", "target", "doel"),
            usual("currency", "currencycode", "munt", "valuta", "muntcode"),
            usual(
                    "engagedOn",
                    "engagedate",
                    "engaged",
                    "opendate",
                    "openedon",
                    "opened",
                    "startdate",
                    "createddate",
                    "createdon",
                    "geopend",
                    "geopendop",
                    "openingsdatum",
                    "aangemaaktop"),
            usual("quotedOn", "quotedate", "quoted", "offertedatum"),
            usual(
                    "closedOn",
                    "closedate",
                    "closed",
                    "closingdate",
                    "wondate",
                    "enddate",
                    "gesloten",
                    "geslotenop",
                    "sluitdatum",
                    "sluitingsdatum",
                    "afsluitdatum"),
            usual(
                    "cancelledOn",
                    "canceldate",
                    "cancelled",
                    "canceled",
                    "cancellationdate",
                    "geannuleerd",
                    "geannuleerdop",
                    "annulatiedatum"),
            usual("createdOn", "createddate", "created", "aangemaaktop", "aanmaakdatum"),
            usual("arrivedAt", "arrival", "receivedat", "received", "ontvangen", "binnengekomen"),
            usual("qualifiedOn", "qualifieddate", "qualified", "gekwalificeerd", "gekwalificeerdop"),
            usual("visitors", "visits", "sessions", "bezoekers", "bezoeken"),
            usual("year", "jaar"),
            usual("creditedOn", "creditdate", "credited", "date", "datum", "creditdatum"),
            usual("invoicedOn", "invoicedate", "invoiced", "date", "datum", "factuurdatum"),
            usual("dueOn", "duedate", "due", "vervaldatum", "vervaldag"),
            usual("paidOn", "paymentdate", "paid", "paydate", "date", "datum", "betaald", "betaaldop", "betaaldatum"),
            usual("sentOn", "sentdate", "sent", "verzonden", "verzondenop", "offertedatum"),
            usual("decidedOn", "decisiondate", "decided", "beslist", "beslistop"),
            usual("expiresOn", "expirydate", "expires", "validuntil", "geldigtot", "vervaldatum"),
            usual("happenedAt", "date", "datetime", "time", "at", "datum", "tijdstip", "activitydate"),
            usual("day", "date", "datum", "dag", "ratedate"),
            usual("answeredOn", "answerdate", "responsedate", "date", "datum", "beantwoordop", "antwoorddatum"),
            usual("satisfaction", "csat", "score", "rating", "tevredenheid", "klanttevredenheid"),
            usual(
                    "returnIntention",
                    "buyagain",
                    "wouldreturn",
                    "repurchase",
                    "komtterug",
                    "terugkomen",
                    "terugkeerintentie"),
            usual("comment", "remark", "comments", "feedback", "opmerking", "toelichting"),
            usual(
                    "family",
                    "series",
                    "productfamily",
                    "line",
                    "category",
                    "familie",
                    "reeks",
                    "categorie",
                    "productgroep"),
            usual(
                    "variantOf",
                    "variant",
                    "parentproduct",
                    "parentitem",
                    "mainproduct",
                    "hoofdproduct",
                    "hoofdartikel",
                    "variantvan"),
            usual(
                    "listPrice",
                    "salesprice",
                    "price",
                    "catalogprice",
                    "prijs",
                    "verkoopprijs",
                    "catalogusprijs",
                    "lijstprijs"),
            usual("unitPrice", "price", "prijs", "eenheidsprijs", "stukprijs"),
            usual("quantity", "qty", "aantal", "hoeveelheid"),
            usual("discountPercent", "discount", "korting", "kortingspercentage"),
            usual("cost", "costprice", "kost", "kostprijs", "kosten"),
            usual("segment", "sector", "industry", "branche", "industrie"),
            usual("region", "officelocation", "location", "regio", "gebied", "territory", "locatie"),
            usual(
                    "registrationNumber",
                    "vat",
                    "vatnumber",
                    "btw",
                    "btwnummer",
                    "kvk",
                    "kvknummer",
                    "ondernemingsnummer",
                    "companynumber"),
            usual("splits", "split", "shares", "verdeling", "commissionsplit"),
            usual("overlays", "overlay", "doublecredit", "dubbelekrediet", "bovenop"),
            usual("source", "leadsource", "bron", "herkomst"),
            usual("reason", "reden"),
            usual("kind", "type", "soort"),
            usual("outcome", "result", "resultaat", "uitkomst"),
            usual("minutes", "duration", "minuten", "duur"),
            usual("revision", "version", "revisie", "versie"),
            usual("rate", "koers", "exchangerate", "wisselkoers"),
            usual("fromCurrency", "from", "van"),
            usual("toCurrency", "to", "naar"));

    /** What a record of the kind itself is called, so that a column "account" among customers is their name. */
    private static final Map<String, List<String>> OWN_NAME = Map.of(
            "people",
            List.of(
                    "salesagent",
                    "agent",
                    "person",
                    "rep",
                    "salesrep",
                    "employee",
                    "medewerker",
                    "verkoper",
                    "persoon"),
            "teams",
            List.of("team", "regionaloffice", "office", "kantoor", "ploeg"),
            "customers",
            List.of("account", "accountname", "customer", "company", "client", "klant", "bedrijf", "klantnaam"),
            "products",
            List.of("product", "productname", "item", "article", "artikel"),
            "deals",
            List.of("opportunityname", "dealname", "opportunity", "deal"),
            "leads",
            List.of("leadname", "lead", "company"));

    private static final Map<String, List<String>> OWN_ID = Map.of(
            "people",
            List.of("personid", "employeeid", "employeenumber", "personeelsnummer", "agentid", "userid"),
            "deals",
            List.of("opportunityid", "dealid", "orderid", "ordernumber", "ordernummer", "dealnummer"),
            "customers",
            List.of("customerid", "accountid", "klantnummer", "customernumber", "klantid"),
            "credit-notes",
            List.of("creditnoteid", "creditnote", "creditnota", "creditnotanummer"),
            "survey-answers-customer",
            List.of("answerid", "responseid", "surveyanswerid", "antwoordid", "antwoordnummer"));

    private ColumnNames() {}

    private static Map.Entry<String, List<String>> usual(String field, String... names) {
        return Map.entry(field, List.of(names));
    }

    /**
     * A field for each header that has one, no field twice. What {@code given} says stays; a header given an empty field is
     * left out.
     */
    static Map<String, String> proposed(RecordKind kind, List<String> headers, Map<String, String> given) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(given.values());
        Map<String, String> open = new LinkedHashMap<>();
        for (String header : headers) {
            if (!given.containsKey(header) && !header.isEmpty()) {
                open.putIfAbsent(header, plain(header));
            }
        }
        // the surest names first, whatever the order of the columns
        for (int sureness = 0; sureness < 4; sureness++) {
            for (Field field : kind.fields()) {
                List<String> names = names(kind.name(), field.name(), sureness);
                for (String name : names) {
                    for (var header : open.entrySet()) {
                        if (header.getValue().equals(name)
                                && !columns.containsKey(header.getKey())
                                && taken.add(field.name())) {
                            columns.put(header.getKey(), field.name());
                        }
                    }
                }
            }
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String header : headers) {
            String field = given.containsKey(header) ? given.get(header) : columns.get(header);
            if (field != null) {
                ordered.put(header, field);
            }
        }
        given.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static List<String> names(String kind, String field, int sureness) {
        String singular = kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        return switch (sureness) {
            case 0 -> List.of(plain(field));
            case 1 ->
                switch (field) {
                    case "externalId" -> own(OWN_ID, kind, plain(singular) + "id");
                    case "name" -> own(OWN_NAME, kind, plain(singular) + "name");
                    default -> List.of();
                };
            case 2 -> USUAL.getOrDefault(field, List.of());
            default ->
                List.of(plain(field) + "id", plain(field) + "name", plain(field) + "code", plain(field) + "date");
        };
    }

    private static List<String> own(Map<String, List<String>> names, String kind, String more) {
        List<String> all = new ArrayList<>(names.getOrDefault(kind, List.of()));
        all.add(more);
        return all;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
