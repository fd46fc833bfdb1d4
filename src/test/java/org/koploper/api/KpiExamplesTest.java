package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Independent worked cases, where they lie beside the project: each is turned into records, imported, and read back. Years
 * keep apart what is about the whole organisation.
 */
@OnEmpty
class KpiExamplesTest {

    private static final Path CASES = Path.of(System.getProperty("kpi.examples", "../shared/examples/kpi.json"));
    private static final String FROM = "2025-01-01";
    private static final String TO = "2025-03-31";

    @Autowired
    WebApplicationContext product;

    private final Map<String, JsonNode> cases = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private KpiScene scene;

    @BeforeEach
    void cases() throws IOException {
        assumeTrue(Files.exists(CASES), "needs ../shared: the worked cases are not part of the product");
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(CASES))
                .get("examples")
                .forEach(one -> cases.put(one.get("id").asString(), one));
        scene = new KpiScene(Api.of(product, Scope.IMPORTS, Scope.BOARDS));
    }

    @Test
    void everyCaseWithPlainInputsIsReadFromTheProductAsItIsWorkedOut() {
        rates();
        velocities();
        customers();
        growth();
        quotesAndCycle();
        others();
        assertThat(differences).isEmpty();
    }

    private void rates() {
        decided("K25", "won", "lost", "open");
        is("K25", scene.read("4", "team:K25", FROM, TO, "&basis=cohort"), percent("K25"));
        decided("K26", "won", "lost", null);
        is("K26", scene.read("4", "team:K26", FROM, TO), percent("K26"));
        decided("K28", "won", "lost", null);
        is("K28", scene.read("4", "team:K28", FROM, TO), percent("K28"));
        // the figure comes with what to know about it
        assertThat(KpiScene.told(scene.read("4", "team:K28", FROM, TO))).isEqualTo("0 too-few 0/4");
        JsonNode closed = in("C02");
        scene.seller("C02");
        for (int quarter = 0; quarter < 4; quarter++) {
            int won = closed.get("won").get(quarter).asInt();
            String day = "2025-" + List.of("02", "05", "08", "11").get(quarter) + "-15";
            scene.deals("C02", won, "won", day, day, "1");
            scene.deals("C02", closed.get("closed").get(quarter).asInt() - won, "lost", day, day, "");
        }
        JsonNode quarters = scene.read("4", "team:C02", FROM, "2025-12-31", "&by=quarter");
        for (int quarter = 0; quarter < 4; quarter++) {
            is(
                    "C02",
                    quarters.get(quarter),
                    number(expected("C02").get("pct").get(quarter)).movePointLeft(2));
        }
    }

    private void velocities() {
        for (String id : List.of("K20", "K22")) {
            scene.seller(id);
            int days = in(id).get("cycle_days").asInt();
            LocalDate closed = LocalDate.of(2025, 3, 10);
            String begun = closed.minusDays(days).toString();
            int wins = 20;
            int all = number(in(id).get("win_rate")).signum() == 0
                    ? wins
                    : BigDecimal.valueOf(wins)
                            .divide(number(in(id).get("win_rate")), MathContext.DECIMAL64)
                            .intValueExact();
            scene.deals(
                    id,
                    wins,
                    "won",
                    begun,
                    closed.toString(),
                    in(id).get("avg_deal").asString());
            scene.deals(id, all - wins, "lost", begun, closed.toString(), "");
            scene.deals(id, in(id).get("opportunities").asInt(), "engaging", "2025-03-20", "", "");
            is(id, scene.read("26", "team:" + id, FROM, TO), number(expected(id).get("per_day")));
        }
        scene.seller("K23").deals("K23", 50, "engaging", "2025-03-20", "", "");
        JsonNode none = scene.read("26", "team:K23", FROM, TO);
        if (!none.get("value").isNull() || none.get("reason").isNull()) {
            differences.add("K23 is " + none);
        }
    }

    private void customers() {
        // a customer who costs so much, and brings in so much a year
        one(
                "K12",
                2001,
                number(in("K12").get("profit_per_year")),
                number(in("K12").get("cac")));
        is(
                "K12",
                scene.read("15", "org", "2001-01-01", "2001-12-31"),
                number(expected("K12").get("years")).multiply(BigDecimal.valueOf(12)));
        one(
                "K31",
                2004,
                number(in("K31").get("gross_margin_month")).multiply(BigDecimal.valueOf(12)),
                number(in("K31").get("cac")));
        is(
                "K31",
                scene.read("15", "org", "2004-01-01", "2004-12-31"),
                number(expected("K31").get("months")));
        one("K34", 2007, number(in("K34").get("margin_month")).multiply(BigDecimal.valueOf(12)), BigDecimal.ONE);
        is(
                "K34",
                scene.read("13", "org", "2007-01-01", "2007-12-31"),
                number(expected("K34").get("ltv")));
        assertThat(scene.read("13", "org", "2007-01-01", "2007-12-31")
                        .get("reason")
                        .asString())
                .isIn("capped", "revenue-based");
        // twenty customers, one of whom leaves in the month: five percent
        scene.seller("K30");
        List<String> twenty = scene.customers(20);
        twenty.subList(0, 1).forEach(one -> scene.order("K30", one, "2009-03-10", new BigDecimal("25")));
        twenty.subList(1, 20).forEach(one -> scene.order("K30", one, "2009-06-10", new BigDecimal("25")));
        twenty.subList(1, 20).forEach(one -> scene.order("K30", one, "2010-03-15", new BigDecimal("25")));
        String another = scene.customers(1).getFirst();
        scene.order("K30", another, "2010-03-16", new BigDecimal("50"));
        scene.costs("marketing", "2010-03-01", "2010-03-31", new BigDecimal("50"));
        is(
                "K30",
                scene.read("23", "org", "2010-03-01", "2010-03-31"),
                number(in("K30").get("churn_month")));
        is(
                "K30",
                scene.read("13", "org", "2010-03-01", "2010-03-31"),
                number(expected("K30").get("ltv")));
        is(
                "K30",
                scene.read("14", "org", "2010-03-01", "2010-03-31"),
                number(expected("K30").get("ltv_to_cac")));
        // sixteen more than at the start are not minus eight percent lost
        assertThat(scene.read("23", "org", "2010-04-01", "2010-04-30")
                        .get("value")
                        .asString())
                .isEqualTo("0");
    }

    private void growth() {
        for (String id : List.of("K38", "C04")) {
            scene.seller(id);
            scene.deals(id, 1, "won", "", "2025-01-15", in(id).get("previous").asString());
            scene.deals(id, 1, "won", "", "2025-02-15", in(id).get("current").asString());
            is(id, scene.read("17", "team:" + id, "2025-02-01", "2025-02-28"), percent(id));
        }
        scene.seller("K40");
        for (int month = 1; month <= 3; month++) {
            scene.deals(
                    "K40",
                    1,
                    "won",
                    "",
                    "2025-0" + month + "-15",
                    in("K40").get("ytd").get(month - 1).asString());
            scene.deals(
                    "K40",
                    1,
                    "won",
                    "",
                    "2024-0" + month + "-15",
                    in("K40").get("last_year").get(month - 1).asString());
        }
        is("K40", scene.read("18", "team:K40", FROM, TO), percent("K40"));
    }

    private void quotesAndCycle() {
        JsonNode quotes = in("K42");
        int orders = quotes.get("orders").asInt();
        int expired = quotes.get("expired").asInt();
        int open = quotes.get("open").asInt();
        scene.seller("K42").quotes("K42", orders, "won", "2025-01-10", "2025-02-10");
        scene.quotes("K42", expired, "expired", "2025-01-10", "2025-02-10")
                .quotes("K42", open, "open", "2025-01-10", "");
        scene.quotes(
                "K42", quotes.get("quotes_sent").asInt() - orders - expired - open, "lost", "2025-01-10", "2025-02-11");
        is(
                "K42",
                scene.read("20", "team:K42", FROM, TO),
                number(expected("K42").get("decided_pct")).movePointLeft(2));
        is(
                "K42",
                scene.read("20", "team:K42", FROM, TO, "&basis=cohort"),
                number(expected("K42").get("sent_pct")).movePointLeft(2));
        scene.seller("K58");
        for (int i = 0; i < 2; i++) {
            scene.quotes(
                    "K58",
                    1,
                    "won",
                    in("K58").get("quote_dates").get(i).asString(),
                    in("K58").get("order_dates").get(i).asString());
        }
        is(
                "K58",
                scene.read("5", "team:K58", "2026-01-01", "2026-03-31"),
                number(expected("K58").get("mean")));
    }

    private void others() {
        JsonNode products = in("K44");
        scene.take("products", "externalId,name,family,currency", List.of("A,A,A,EUR", "B,B,B,EUR"));
        List<String> customers =
                scene.seller("K44").customers(products.get("customers").asInt());
        scene.ordersOf("K44", customers, "A", "2025-02-01");
        scene.ordersOf(
                "K44", customers.subList(0, products.get("with_second_product").asInt()), "B", "2025-02-02");
        is("K44", scene.read("21", "team:K44", FROM, TO), percent("K44"));
        scene.seller("K46");
        for (int score = 1; score <= 5; score++) {
            scene.answers("K46", in("K46").get("c" + score).asInt(), score, "2025-02-0" + score);
        }
        is("K46", scene.read("27", "team:K46", FROM, TO), percent("K46"));
        scene.seller("K48").target("K48", FROM, TO, number(in("K48").get("quota")));
        scene.deals(
                "K48", 1, "won", "", "2025-02-15", in("K48").get("net_actual").asString());
        is(
                "K48",
                scene.read("31", "person:K48", FROM, TO),
                number(in("K48").get("attainment_pct")).movePointLeft(2));
        scene.seller("K52")
                .deals(
                        "K52",
                        1,
                        "won",
                        "",
                        "2013-05-05",
                        in("K52").get("own_revenue").asString());
        scene.market(2013, number(in("K52").get("market")));
        is("K52", scene.read("29", "org", "2013-01-01", "2013-12-31"), percent("K52"));
        scene.seller("K14").deals("K14", in("K14").get("buyers").asInt(), "won", "", "2015-05-05", "10");
        scene.visitors("2015-05-01", "2015-05-31", in("K14").get("visitors").asInt());
        is("K14", scene.read("34", "org", "2015-05-01", "2015-05-31"), percent("K14"));
        scene.seller("K60");
        for (int day = 0; day < 5; day++) {
            scene.held("K60", in("K60").get("calls").get(day).asInt(), "call", LocalDate.of(2025, 1, 6 + day));
            scene.held("K60", in("K60").get("meetings").get(day).asInt(), "meeting", LocalDate.of(2025, 1, 6 + day));
        }
        is(
                "K60",
                scene.read("calls", "team:K60", "2025-01-06", "2025-01-12"),
                number(expected("K60").get("calls")));
        is(
                "K60",
                scene.read("meetings", "team:K60", "2025-01-06", "2025-01-12"),
                number(expected("K60").get("meetings")));
        scene.seller("O03");
        List<String> sources = List.of("paid_search", "organic_search", "social", "email");
        for (String source : sources) {
            int sold = in("O03").get(source).get(1).asInt();
            scene.leads("O03", sold, source, "converted", "2025-01-10");
            scene.leads("O03", in("O03").get(source).get(0).asInt() - sold, source, "contacted", "2025-01-11");
        }
        Map<String, JsonNode> bySource = new HashMap<>();
        scene.read("19", "team:O03", FROM, TO, "&by=source")
                .forEach(one -> bySource.put(one.get("key").asString(), one));
        for (int i = 0; i < sources.size(); i++) {
            is(
                    "O03",
                    bySource.get(sources.get(i)),
                    number(expected("O03").get("pct").get(i)).movePointLeft(2));
        }
    }

    private void decided(String id, String won, String lost, String open) {
        scene.seller(id).deals(id, in(id).get(won).asInt(), "won", FROM, "2025-02-10", "100");
        scene.deals(id, in(id).get(lost).asInt(), "lost", FROM, "2025-02-11", "");
        if (open != null) {
            scene.deals(id, in(id).get(open).asInt(), "engaging", FROM, "", "");
        }
    }

    private void one(String id, int year, BigDecimal income, BigDecimal cost) {
        scene.seller(id);
        scene.order(id, scene.customers(1).getFirst(), year + "-06-01", income);
        scene.costs("marketing", year + "-01-01", year + "-12-31", cost);
    }

    private JsonNode in(String id) {
        return cases.get(id).get("inputs");
    }

    private JsonNode expected(String id) {
        return cases.get(id).get("expected");
    }

    private BigDecimal percent(String id) {
        return number(expected(id).get("pct")).movePointLeft(2);
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    /** To the digits that are printed there, and to no more than eight. */
    private void is(String id, JsonNode reading, BigDecimal expected) {
        int digits = Math.min(expected.scale(), 8);
        BigDecimal value = KpiScene.value(reading);
        if (value.setScale(digits, RoundingMode.HALF_UP).compareTo(expected.setScale(digits, RoundingMode.HALF_UP))
                != 0) {
            differences.add(id + " is " + reading + ", not " + expected.toPlainString());
        }
    }
}
