package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Facts;
import org.koploper.commission.engine.Origin;
import org.koploper.commission.engine.Sharing;

/** Reads what was sold, or taken back, and credits it to those who share it. */
final class SaleReader {

    private final LocalDate firstDay;
    private final Function<String, Gathered> people;
    private final Map<String, LocalDate> wonOn = new HashMap<>();
    private final Map<String, BigDecimal> sold = new HashMap<>();

    /** @param people by id, each made when first named */
    SaleReader(LocalDate firstDay, Function<String, Gathered> people) {
        this.firstDay = firstDay;
        this.people = people;
    }

    /** @return the id of the deal, by its place where it has none */
    String read(PlanFields fields, int index) {
        String deal = fields.has("deal") ? fields.text("deal") : "D-" + (index + 1);
        LocalDate date = fields.has("date") ? fields.date("date") : firstDay;
        BigDecimal amount = fields.decimal("amount", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal one = leavesADeal(deal, amount) ? BigDecimal.ZERO : BigDecimal.valueOf(amount.signum());
        sold.put(deal, amount);
        Facts facts = new Facts(
                number(fields, "cost", BigDecimal.ZERO),
                number(fields, "quantity", one),
                number(fields, "deals", one),
                traits(fields),
                origin(fields),
                BigDecimal.ZERO);
        wonOn.put(deal, facts.origin().won() == null ? date : facts.origin().won());
        Map<String, BigDecimal> shares = shares(fields);
        List<BigDecimal> parts = new ArrayList<>(shares.values());
        shares.forEach((person, share) -> people.apply(person).credits.add(fields.fitting("deal", () -> {
            Sharing sharing = new Sharing(parts, List.copyOf(shares.keySet()).indexOf(person));
            return new Credit(deal, date, amount, share, facts, sharing);
        })));
        parts(fields, "overlay")
                .forEach((person, share) -> people.apply(person)
                        .overlay
                        .add(fields.fitting("overlay", () -> new Credit(deal, date, amount, share, facts))));
        return deal;
    }

    /** Whether a sale takes back a part of one named before it, and not all that is left. */
    private boolean leavesADeal(String deal, BigDecimal amount) {
        int slash = deal.lastIndexOf('/');
        if (amount.signum() >= 0 || slash < 0) {
            return false;
        }
        String whole = deal.substring(0, slash);
        BigDecimal left = amount;
        for (Map.Entry<String, BigDecimal> one : sold.entrySet()) {
            boolean isOfIt = one.getKey().equals(whole) || one.getKey().startsWith(whole + "/");
            left = isOfIt ? left.add(one.getValue()) : left;
        }
        return left.signum() > 0;
    }

    /** With the day of the deal that it takes back, whose rate and reporting line hold. */
    private Origin origin(PlanFields fields) {
        String currency = fields.has("currency") ? fields.currency("currency").getCurrencyCode() : null;
        LocalDate won = null;
        if (fields.has("reverses")) {
            won = wonOn.get(fields.text("reverses"));
            if (won == null) {
                throw fields.fault("reverses", "not-sold", fields.text("reverses"));
            }
        }
        return new Origin(won, fields.dateOrNull("invoiced"), currency, null);
    }

    /** Of the whole to one person, where nothing else is said. */
    private static Map<String, BigDecimal> shares(PlanFields fields) {
        if (!fields.has("shares")) {
            return Map.of(ExampleReader.whom(fields), BigDecimal.ONE);
        }
        Map<String, BigDecimal> shares = parts(fields, "shares");
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            throw fields.fault("shares", "shares-above-one", sum.toPlainString());
        }
        return shares;
    }

    private static Map<String, BigDecimal> parts(PlanFields fields, String field) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        if (fields.has(field)) {
            PlanFields given = fields.object(field);
            given.names().forEach(person -> parts.put(person, given.decimal(person, PlanDocument.RATE_DECIMALS)));
        }
        return parts;
    }

    private static BigDecimal number(PlanFields fields, String field, BigDecimal otherwise) {
        return fields.has(field) ? fields.decimal(field, PlanDocument.AMOUNT_DECIMALS) : otherwise;
    }

    private static Map<String, String> traits(PlanFields fields) {
        Map<String, String> traits = new TreeMap<>();
        if (fields.has("traits")) {
            PlanFields given = fields.object("traits");
            given.names().forEach(name -> traits.put(name, given.text(name)));
        }
        return traits;
    }
}
