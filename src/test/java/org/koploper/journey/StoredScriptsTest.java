package org.koploper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.servlet.ServletContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnDemo;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Whatever somebody typed anywhere is only ever text: in every column that holds texts, on every screen. */
@OnDemo
@DirtiesContext // the demo is no longer the one that other tests know
class StoredScriptsTest extends Walk {

    /** Together they would run, be elements, or be computed, wherever text became markup or a template. */
    private static final List<String> SCRIPTS = List.of(
            "<img src=x onerror=window.kpRan=1>",
            "<script>window.kpRan=1</script>",
            "\"><svg onload=window.kpRan=1>",
            "{{7*1337133713}}window.kpRan",
            "=cmd|' /C calc'!A0 window.kpRan");

    /** Texts that are not typed but name something in code, that people sign in with, or that addresses of this test name. */
    private static final String TYPED = """
            select table_name, column_name, character_maximum_length from information_schema.columns
            where table_schema = 'PUBLIC' and data_type = 'CHARACTER VARYING'
              and character_maximum_length between 50 and 4000
              and column_name not in ('USERNAME', 'SCREEN', 'QUERY', 'CODE', 'FIELD', 'KPI', 'KPI_KEY', 'METRIC', 'CALLER', 'PICKED_BY')
              and column_name not like '%HASH%' and column_name not like 'TASK%'
              and not (column_name = 'EXTERNAL_ID' and table_name = 'DEALS')
              and not (column_name = 'REASON' and table_name = 'IMPORTS')
              and lower(table_name) not in ('flyway_schema_history', 'event_publication', 'ledger_entries', 'audit_records')
              and exists (select 1 from information_schema.tables t
                where t.table_name = columns.table_name and t.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE')
            order by table_name, column_name""";

    /** Elements that only a script can have made; looked for in shadow roots too. */
    private static final String MADE = "img[src=x], [onerror], [onload], body script:text('kpRan')";

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordKinds kinds;

    private final List<String> findings = new ArrayList<>();
    private int views;
    private int seen;

    @Test
    void noTypedTextBecomesMarkupOrRunsOnAnyScreen() {
        int columns = fill();
        AccessibilityTest.everyScreen(servlets, jdbc)
                .forEach((username, addresses) -> visit(
                        username,
                        username.startsWith("mohamed")
                                ? Stream.concat(addresses.stream(), records())
                                : addresses.stream()));
        LoggerFactory.getLogger(getClass())
                .info("Scripts in {} columns, shown on {} of {} screens", columns, seen, views);

        assertThat(findings).isEmpty();
        assertThat(columns).isGreaterThan(40);
        assertThat(seen).isGreaterThan(40);
    }

    /** Every text of every row, and the texts inside documents. */
    private int fill() {
        List<Map<String, Object>> columns = jdbc.sql(TYPED).query().listOfRows();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, Object> column = columns.get(i);
            String name = column.get("COLUMN_NAME").toString();
            String table = column.get("TABLE_NAME").toString();
            // addresses of this test start with the first external id
            String rows = name.equals("EXTERNAL_ID")
                    ? " where external_id > (select min(external_id) from " + table + ")"
                    : "";
            if (table.equals("PLAN_ASSIGNMENTS")) {
                // a role besides the person or the team would be two at once
                rows = " where job_role is not null";
            }
            jdbc.sql("update " + table + " set " + name + " = substring(cast(:script as varchar(200)) || coalesce("
                            + name + ", '') from 1 for " + column.get("CHARACTER_MAXIMUM_LENGTH") + ")" + rows)
                    .param("script", SCRIPTS.get(i % SCRIPTS.size()))
                    .update();
        }
        String texts = "\"" + String.join("\",\"", SCRIPTS).replace("\"><", "><") + "\"";
        jdbc.sql("update notices set args = :args")
                .param("args", "[" + texts + "]")
                .update();
        for (Map<String, Object> plan :
                jdbc.sql("select id, document from plan_versions").query().listOfRows()) {
            jdbc.sql("update plan_versions set document = :document where id = :id")
                    .param(
                            "document",
                            plan.get("DOCUMENT")
                                    .toString()
                                    .replaceAll("(\"name\"\\s*:\\s*\")", "$1<img src=x onerror=window.kpRan=1>"))
                    .param("id", plan.get("ID"))
                    .update();
        }
        return columns.size() + 2;
    }

    /** The list of every kind, and one record of each. */
    private Stream<String> records() {
        return kinds.all().stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .flatMap(kind -> Stream.concat(Stream.of("records/" + kind.name()), one(kind).stream()));
    }

    private java.util.Optional<String> one(RecordKind kind) {
        return jdbc.sql("select max(external_id) from " + kind.table())
                .query(String.class)
                .optional()
                .map(id -> "record/" + kind.name() + "/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%2F", "/"));
    }

    private void visit(String username, Stream<String> addresses) {
        try (Visitor visitor = signIn(username)) {
            addresses.forEach(address -> {
                visitor.leaveFor(address);
                look(visitor.arrive(), username + " /" + address);
            });
            Page page = visitor.page();
            page.keyboard().press("Control+k");
            page.locator("vaadin-dialog[opened] input").last().fill("kpRan");
            page.waitForSelector("#kp-palette-list[data-for=kpRan]");
            look(page, username + ", palette");
        }
    }

    private void look(Page page, String where) {
        views++;
        String text = page.locator("body").innerText();
        if (text.contains("kpRan")) {
            seen++;
        }
        if (!page.evaluate("() => String(window.kpRan)").equals("undefined")) {
            findings.add(where + ": a script ran");
        }
        if (page.locator(MADE).count() > 0) {
            findings.add(where + ": markup was made of text");
        }
        if (text.contains("9359935991")) {
            findings.add(where + ": a text was computed");
        }
    }
}
