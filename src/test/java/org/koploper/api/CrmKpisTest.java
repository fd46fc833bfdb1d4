package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a real CRM export says of how selling went, asked as another program does. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // the numbers are those of the file alone
abstract class CrmKpisTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "crm-sales-opportunities");
    private static final String IN_DOLLARS = "{\"defaults\": {\"currency\": \"USD\"}}";
    private static final String YEAR = "&from=2017-01-01&to=2017-12-31";

    @Autowired
    WebApplicationContext product;

    Api api;

    @BeforeEach
    void imported() {
        api = Api.of(product, Scope.IMPORTS, Scope.BOARDS);
        api.taking("products", file("products.csv"), IN_DOLLARS);
        api.taking("customers", file("accounts.csv"), "");
        api.taking("people", file("sales_teams.csv"), "");
        api.taking("deals", file("sales_pipeline.csv"), IN_DOLLARS);
    }

    @Test
    void whatTheReferenceSaysOfItIsReadFromTheProduct() {
        closingRises();
        mostOfThePipelineIsStale();
        revenueByMonthAndQuarter();
        whatOrdersAreWorth();
        howLongItTakes();
    }

    /** 49, 55 and 80 percent in the first, second and third month of a whole quarter; the file begins in March. */
    private void closingRises() {
        Map<Integer, BigDecimal> won = new TreeMap<>();
        Map<Integer, BigDecimal> decided = new TreeMap<>();
        for (JsonNode month :
                read("4", "&from=2017-04-01&to=2017-12-31&by=month").json()) {
            int inQuarter = (Integer.parseInt(month.get("key").asString().substring(5)) - 1) % 3;
            won.merge(inQuarter, number(month, "numerator"), BigDecimal::add);
            decided.merge(inQuarter, number(month, "denominator"), BigDecimal::add);
        }
        assertThat(won.entrySet().stream()
                        .map(month -> month.getValue()
                                .divide(decided.get(month.getKey()), 2, RoundingMode.HALF_UP)
                                .toPlainString()))
                .containsExactly("0.49", "0.55", "0.80");
        assertThat(read("closing-rate", YEAR + "&by=quarter").json())
                .extracting(quarter -> quarter.get("numerator").asString() + "/"
                        + quarter.get("denominator").asString())
                .containsExactly("531/647", "1254/2032", "1257/2047", "1196/1985");
    }

    private void mostOfThePipelineIsStale() {
        JsonNode open = read("1", YEAR + "&asOf=2017-12-31").json();
        assertThat(open.get("value").asString()).isEqualTo("1589");
        assertThat(open.get("reason").asString()).isEqualTo("from-deals");
        assertThat(read("open-quote-value", YEAR + "&asOf=2017-12-31")
                        .json()
                        .get("value")
                        .asString())
                .isEqualTo("3892229.00");
        JsonNode stale = read("stale-quotes", YEAR + "&asOf=2017-12-31").json();
        assertThat(stale.get("numerator").asString() + " of "
                        + stale.get("denominator").asString())
                .isEqualTo("1291 of 1589");
    }

    private void revenueByMonthAndQuarter() {
        assertThat(read("revenue", YEAR).json().get("value").asString()).isEqualTo("10005534.00");
        assertThat(number(read("17", "&from=2017-10-01&to=2017-12-31").json(), "value")
                        .setScale(7, RoundingMode.HALF_UP)
                        .toPlainString())
                .isEqualTo("-0.0602762");
        BigDecimal months = BigDecimal.ZERO;
        for (JsonNode month : read("revenue", YEAR + "&by=month").json()) {
            months = months.add(number(month, "value"));
        }
        assertThat(months).isEqualByComparingTo("10005534");
        BigDecimal teams = BigDecimal.ZERO;
        for (JsonNode team : read("revenue", YEAR + "&by=team").json()) {
            teams = teams.add(number(team, "value"));
        }
        assertThat(teams).as("teams together").isEqualByComparingTo("10005534");
    }

    private void whatOrdersAreWorth() {
        Map<String, String> worth = new TreeMap<>();
        for (JsonNode agent :
                read("2", "&from=2017-10-01&to=2017-12-31&by=person").json()) {
            worth.put(
                    agent.get("key").asString(),
                    number(agent, "value").setScale(0, RoundingMode.HALF_UP).toPlainString());
        }
        assertThat(worth).hasSize(30).containsEntry("Violet Mclelland", "702");
        assertThat(read("2", YEAR + "&by=product").json())
                .extracting(product -> product.get("key").asString())
                .hasSize(7)
                .contains("GTX Pro");
    }

    private void howLongItTakes() {
        JsonNode cycle = read("sales-cycle", YEAR).json();
        assertThat(cycle.get("value").asString()).isEqualTo("57");
        assertThat(cycle.get("n").asString()).isEqualTo("4238");
    }

    private Api.Answer read(String kpi, String query) {
        Api.Answer answer = api.call(get("/api/v1/kpis/" + kpi + "?scope=org" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static BigDecimal number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asString());
    }

    private String file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "needs ../shared/data/crm-sales-opportunities/" + name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends CrmKpisTest {}

    @OnPostgres
    static class OnPostgresTest extends CrmKpisTest {}
}
