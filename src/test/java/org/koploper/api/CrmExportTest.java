package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** A real CRM export arrives as it is: nothing dropped, nothing invented, and the second time nothing happens. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // names of teams and people are those of the file alone
abstract class CrmExportTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "crm-sales-opportunities");
    private static final String IN_DOLLARS = "{\"defaults\": {\"currency\": \"USD\"}}";

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private String file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "needs ../shared/data/crm-sales-opportunities/" + name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> byCode(Api.Answer answer) {
        return StreamSupport.stream(answer.json().get("problems").spliterator(), false)
                .collect(java.util.stream.Collectors.groupingBy(
                        problem -> problem.get("code").asString(),
                        java.util.TreeMap::new,
                        java.util.stream.Collectors.counting()));
    }

    private static String counts(Api.Answer answer) {
        return answer.status() + " " + answer.json().path("new") + "/"
                + answer.json().path("changed") + "/" + answer.json().path("unchanged") + "/"
                + answer.json().path("rejected");
    }

    @Test
    void arrivesWholeAndTheSecondTimeChangesNothing() {
        Api api = Api.of(product, Scope.IMPORTS);
        String pipeline = file("sales_pipeline.csv");

        assertThat(counts(api.taking("products", file("products.csv"), IN_DOLLARS)))
                .isEqualTo("200 7/0/0/0");
        assertThat(counts(api.taking("customers", file("accounts.csv"), ""))).isEqualTo("200 85/0/0/0");
        Api.Answer people = api.taking("people", file("sales_teams.csv"), "");
        assertThat(counts(people)).isEqualTo("200 35/0/0/0");
        // 6 managers and 3 offices stand in no row of their own
        assertThat(byCode(people)).containsEntry("created-reference", 9L);

        Api.Answer tried = api.trying("deals", pipeline, IN_DOLLARS);
        Api.Answer taken = api.taking("deals", pipeline, IN_DOLLARS);

        assertThat(counts(taken)).isEqualTo("200 8800/0/0/0");
        assertThat(counts(tried)).isEqualTo(counts(taken));
        assertThat(tried.json().get("problems")).isEqualTo(taken.json().get("problems"));
        assertThat(byCode(taken))
                .containsEntry("missing-customer", 1425L)
                .containsEntry("read-as", 1480L)
                .containsKey("person-without-deals");
        // other tests leave people without deals as well
        assertThat(taken.text())
                .contains("Carl Lin", "Natalya Ivanova", "Elizabeth Anderson", "Carol Thompson", "Mei-Mei Johns");
        assertThat(stages())
                .containsExactly("ENGAGING 1589 -", "LOST 2473 0", "PROSPECTING 500 -", "WON 4238 10005534");

        assertThat(counts(api.taking("deals", pipeline, IN_DOLLARS))).isEqualTo("200 0/0/8800/0");
        assertThat(counts(api.taking("deals", shuffled(pipeline), IN_DOLLARS))).isEqualTo("200 0/0/8800/0");
        assertThat(counts(api.taking("people", shuffled(file("sales_teams.csv")), "")))
                .isEqualTo("200 0/0/35/0");
        assertThat(counts(api.taking("customers", shuffled(file("accounts.csv")), "")))
                .isEqualTo("200 0/0/85/0");
    }

    private List<String> stages() {
        return jdbc.sql("select d.stage, count(*), sum(d.deal_value) from deals d join persons p on p.id = d.owner_id"
                        + " where p.external_id in (:agents) group by d.stage order by d.stage")
                .param("agents", agents())
                .query((row, n) -> {
                    BigDecimal sum = row.getBigDecimal(3);
                    return row.getString(1) + " " + row.getLong(2) + " "
                            + (sum == null ? "-" : sum.stripTrailingZeros().toPlainString());
                })
                .list();
    }

    private List<String> agents() {
        return file("sales_teams.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static String shuffled(String file) {
        List<String> lines = new ArrayList<>(file.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(8_800));
        return String.join("\n", lines);
    }

    @OnHsqldb
    static class OnHsqldbTest extends CrmExportTest {}

    @OnPostgres
    static class OnPostgresTest extends CrmExportTest {}
}
