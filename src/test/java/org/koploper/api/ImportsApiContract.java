package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Files through the API: what is taken, what is not, and why. */
abstract class ImportsApiContract {

    private static final String IN_EURO = "{\"defaults\": {\"currency\": \"EUR\"}, \"dateFormat\": \"d/M/yyyy\"}";

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
    }

    private long count(String table, String prefix) {
        return jdbc.sql("select count(*) from " + table + " where external_id like :prefix")
                .param("prefix", prefix + "%")
                .query(Long.class)
                .single();
    }

    private static String counts(Api.Answer answer) {
        return answer.json().path("new") + "/" + answer.json().path("changed") + "/"
                + answer.json().path("unchanged") + "/" + answer.json().path("rejected");
    }

    /** Each as "row column code severity". */
    private static List<String> problems(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("problems").spliterator(), false)
                .map(problem -> problem.get("row").asString("-") + " "
                        + problem.get("column").asString("-") + " "
                        + problem.get("code").asString() + " "
                        + problem.get("severity").asString())
                .toList();
    }

    @Test
    void aFileIsTriedFirstAndThenTaken() {
        String file = "klantnummer;klant;sector\nfile-1;Één;food\nfile-2;;steel\n";

        Api.Answer tried = api.trying("customers", file, "");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(counts(tried)).isEqualTo("1/0/0/1");
        assertThat(tried.json().get("committed").asBoolean()).isFalse();
        assertThat(problems(tried)).containsExactly("3 klant required-missing error");
        assertThat(count("customers", "file-")).isZero();

        Api.Answer taken = api.taking("customers", file, "");
        assertThat(counts(taken)).isEqualTo("1/0/0/1");
        assertThat(taken.json().get("committed").asBoolean()).isTrue();
        assertThat(taken.json().get("state").asString()).isEqualTo("done");
        assertThat(count("customers", "file-")).isEqualTo(1);
        long id = taken.json().get("id").asLong();
        assertThat(api.call(get("/api/v1/imports/" + id)).json()).isEqualTo(taken.json());
        assertThat(api.call(get("/api/v1/imports?limit=1"))
                        .json()
                        .get(0)
                        .get("id")
                        .asLong())
                .isEqualTo(id);
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        String file = "externalId,name\nsame-1,Same\n";
        api.taking("customers", file, "");

        Api.Answer again = api.taking("customers", file, "");

        assertThat(counts(again)).isEqualTo("0/0/1/0");
        assertThat(problems(again)).containsExactly("- - already-imported warning");
    }

    @Test
    void everyBadCellIsNamedByRowAndColumnAndTheRestIsTaken() {
        api.taking("people", "externalId,name\nbad-1,Bad Anna\nbad-2,Bad Bob\n", "");
        String header = "id,verkoper,fase,geopend,sluitdatum,bedrag,munt,verdeling\n";
        String file = header
                + "bad-d1,bad-1,won,1/3/2025,13/3/2025,100,EUR,\n"
                + "bad-d2,bad-1,won,1/3/2025,13/3/2025,100,EUR,bad-1:130;bad-2:-30\n"
                + "bad-d3,bad-1,won,1/3/2025,13/3/2025,100,XYZ,\n"
                + "bad-d4,bad-1,won,14/3/2025,13/3/2025,100,EUR,\n"
                + "bad-d5,bad-1,won,1/3/2025,13/3/2099,100,EUR,\n"
                + "bad-d6,bad-1,won,1/3/2025,13/3/2025," + "9".repeat(1_000_000) + ",EUR,\n"
                + "bad-d7,bad-1,sold,1/3/2025,31/2/2025,100,EUR,\n"
                + "bad-d8,Bad Ana,won,1/3/2025,13/3/2025,12..5,EUR,\n"
                + "bad-d9,bad-2,lost,1/3/2025,13/3/2025,0,EUR,bad-1:60;bad-2:40\n"
                + "bad-d10,nobody at all,won,1/3/2025,31/2/2025,-5,EUR,\n";

        Api.Answer answer = api.taking("deals", file, "");

        assertThat(counts(answer)).isEqualTo("2/0/0/8");
        assertThat(problems(answer))
                .contains(
                        "8 fase unknown-code error",
                        "9 verkoper unknown-reference error",
                        "11 sluitdatum not-a-date error",
                        "11 verkoper unknown-reference error",
                        "11 bedrag negative-value error",
                        "3 verdeling split-not-positive error",
                        "4 munt unknown-currency error",
                        "5 sluitdatum closed-before-engaged error",
                        "6 sluitdatum date-in-future error",
                        "7 bedrag cell-too-long error",
                        "8 sluitdatum not-a-date error",
                        "9 bedrag grouping-not-in-threes error");
        assertThat(answer.text()).doesNotContain("9".repeat(100));
        assertThat(count("deals", "bad-d")).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from deal_splits s join deals d on d.id = s.deal_id"
                                + " where d.external_id like 'bad-d%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aCellThatCannotBeReadHidesNothingElseOfItsRow() throws Exception {
        String file = "externalId,name,from,partTimeFactor\n"
                + "hide-1,,31/2/2025,1.4\n"
                + "hide-2,,1/3/2025,Caf\u00e9\n"
                + "hide-3,H\u00e9l\u00e8ne,1/3/2025,1.4\n"
                + "hide-4,,31/2/2025\n";

        Api.Answer answer = api.importing(
                "people",
                file.getBytes(StandardCharsets.ISO_8859_1),
                "{\"encoding\": \"UTF-8\", \"dateFormat\": \"d/M/yyyy\", \"decimal\": \".\"}",
                true,
                Map.of());

        assertThat(counts(answer)).isEqualTo("0/0/0/4");
        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "2 from not-a-date error",
                        "2 name required-missing error",
                        "2 partTimeFactor part-time-factor-out-of-range error",
                        "3 partTimeFactor wrong-encoding error",
                        "3 name required-missing error",
                        "4 name wrong-encoding error",
                        "4 partTimeFactor part-time-factor-out-of-range error",
                        // where a cell is missing, nobody knows which
                        "5 - too-few-fields error");
    }

    @Test
    void aWrongEncodingIsNamedWhereItShows() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("externalId,name\nenc-1,Fine\nenc-2,Caf".getBytes(StandardCharsets.UTF_8));
        file.write(0xe9);
        file.write('\n');

        Api.Answer answer = api.importing("customers", file.toByteArray(), "{\"encoding\": \"UTF-8\"}", true, Map.of());

        assertThat(counts(answer)).isEqualTo("1/0/0/1");
        assertThat(problems(answer)).containsExactly("3 name wrong-encoding error");
        // left to itself, the product finds out
        assertThat(counts(api.importing("customers", file.toByteArray(), "", true, Map.of())))
                .isEqualTo("1/0/1/0");
        assertThat(jdbc.sql("select name from customers where external_id = 'enc-2'")
                        .query(String.class)
                        .single())
                .isEqualTo("Café");
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreAskedOnceAndNothingIsTaken() {
        api.taking("people", "externalId,name\namb-p,Ambiguous Anna\n", "");
        String file =
                "id,owner,stage,engaged,value\namb-d1,amb-p,engaging,3/4/2025,100\namb-d2,amb-p,engaging,5/6/2025,100\n";

        Api.Answer asked = api.taking("deals", file, "{\"defaults\": {\"currency\": \"EUR\"}}");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().get("state").asString()).isEqualTo("failed");
        assertThat(asked.json().get("committed").asBoolean()).isFalse();
        assertThat(problems(asked)).containsExactly("- engaged ambiguous-dates error");
        assertThat(count("deals", "amb-d")).isZero();
        assertThat(counts(api.taking("deals", file, IN_EURO))).isEqualTo("2/0/0/0");
        assertThat(jdbc.sql("select engaged_on from deals where external_id = 'amb-d1'")
                        .query(String.class)
                        .single())
                .startsWith("2025-04-03");
    }

    @Test
    void aliasesDefaultsAndLeftOutColumnsAreUsedAsSaid() {
        String file = "externalId,name,who,segment\nmap-1,Mapped,x,FD\nmap-2,Mapped too,x,\n";

        Api.Answer answer = api.taking(
                "customers",
                file,
                "{\"columns\": {\"who\": \"\"}, \"values\": {\"segment\": {\"fd\": \"food\"}},"
                        + " \"defaults\": {\"segment\": \"other\", \"region\": \"North\"}}");

        assertThat(counts(answer)).isEqualTo("2/0/0/0");
        assertThat(problems(answer)).isEmpty();
        assertThat(jdbc.sql("select segment || ' ' || region from customers where external_id like 'map-%'"
                                + " order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly("food North", "other North");
    }

    @Test
    void aColumnThatNobodyUsesIsReported() {
        assertThat(problems(api.trying("customers", "externalId,name,shoe size\nunused-1,A,42\n", "")))
                .containsExactly("- shoe size column-not-used warning");
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedFieldByField() {
        Api.Answer answer = api.trying(
                "customers",
                "externalId,name\nx,X\n",
                "{\"columns\": {\"nmae\": \"name\", \"name\": \"nmae\"}, \"defaults\": {\"colour\": \"red\"},"
                        + " \"dateFormat\": \"yy\", \"decimal\": \"'\", \"encoding\": \"UTF-9\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unusable-mapping");
        assertThat(answer.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "mapping.columns.nmae",
                        "mapping.columns.name",
                        "mapping.defaults.colour",
                        "mapping.dateFormat",
                        "mapping.decimal",
                        "mapping.encoding");
        assertThat(api.trying("customers", "externalId\nx\n", "{\"colums\": {}}")
                        .status())
                .isEqualTo(422);
        assertThat(api.trying("customers", "externalId\nx\n", "no json").status())
                .isEqualTo(422);
        assertThat(api.trying("toys", "externalId\nx\n", "").code()).isEqualTo("unknown-kind");
    }

    @Test
    void aWorkbookOrAnEmptyFileIsNotTaken() {
        byte[] workbook = {'P', 'K', 3, 4, 0, 0};

        assertThat(problems(api.importing("customers", workbook, "", true, Map.of())))
                .contains("- - unreadable-workbook error");
        assertThat(problems(api.taking("customers", "", "")))
                .singleElement()
                .asString()
                .contains("empty-file error");
    }

    @Test
    void rejectedRowsComeBackWithTheirReasonsAndWithoutFormulas() {
        Api.Answer taken = api.taking(
                "customers", "externalId,name,sector,vat\nrej-1,,\"=1+1\",-5\nrej-2,\"Fine, thanks\",x,y\n", "");
        long id = taken.json().get("id").asLong();

        Api.Answer file = api.call(get("/api/v1/imports/" + id + "/rejected"));

        assertThat(file.text())
                .isEqualTo("\"externalId\",\"name\",\"sector\",\"vat\",\"rejection reason\"\r\n"
                        + "\"rej-1\",\"\",\"'=1+1\",\"-5\",\"name: A value is needed here. Fill it in.\"\r\n");
        assertThat(file.response().getHeader("Content-Disposition")).contains("rejected-" + id + ".csv");
        assertThat(api.call(get("/api/v1/imports/" + id + "/rejected").header("Accept-Language", "nl-BE"))
                        .text())
                .contains("reden van weigering", "Hier is een waarde nodig. Vul ze in.");
    }

    @Test
    void aTemplateHasTheHeadersAndOneRowThatCouldBeImported() {
        Api.Answer template = api.call(get("/api/v1/imports/templates/customers"));

        assertThat(template.status()).isEqualTo(200);
        assertThat(template.text()).startsWith("externalId,name,");
        assertThat(template.text().lines()).hasSize(2);
        assertThat(counts(api.trying("customers", template.text(), ""))).matches("[01]/[01]/[01]/0");
        assertThat(api.call(get("/api/v1/imports/templates/toys")).status()).isEqualTo(404);
    }

    @Test
    void aLargeFileGoesOnInTheBackground() {
        StringBuilder file = new StringBuilder("externalId,name\n");
        for (int i = 0; i < 25_000; i++) {
            file.append("large-").append(i).append(",Large ").append(i).append('\n');
        }

        Api.Answer accepted = api.taking("customers", file.toString(), "");

        assertThat(accepted.status()).isEqualTo(202);
        String address = accepted.response().getHeader("Location");
        assertThat(address).isEqualTo("/api/v1/imports/" + accepted.json().get("id"));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"running"
                        .equals(api.call(get(address)).json().get("state").asString()));
        assertThat(counts(api.call(get(address)))).isEqualTo("25000/0/0/0");
        assertThat(count("customers", "large-")).isEqualTo(25_000);
    }

    @OnHsqldb
    static class OnHsqldbTest extends ImportsApiContract {}

    @OnPostgres
    static class OnPostgresTest extends ImportsApiContract {}
}
