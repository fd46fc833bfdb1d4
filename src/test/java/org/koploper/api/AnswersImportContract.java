package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.people.Directory;
import org.koploper.privacy.Erasure;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Files with answers of customers, in and out again; and that taking a file back does not bring back who was erased. */
abstract class AnswersImportContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    Erasure erasure;

    @Autowired
    Ids ids;

    private Api api;
    private String x;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
        x = "AI" + ids.next() + "-";
    }

    @Test
    void aSurveyToolsFileIsUnderstoodAndTakenBack() {
        api.taking("customers", "externalId,name\n%1$sC,%1$sBakery\n".formatted(x), "");
        String file = """
                antwoordnummer;klant;datum;tevredenheid;terugkomen;opmerking
                %1$s1;%1$sC;2026-03-02;5;4;=vlot geleverd
                %1$s2;;2026-03-03;4;;
                %1$s3;%1$sC;2026-03-04;4,5;4;
                %1$s4;%1$sC;2026-03-05;10;4;
                %1$s5;%1$sC;2026-03-06;;;niets ingevuld
                """.formatted(x);

        Api.Answer taken = api.taking("survey-answers-customer", file, "");

        assertThat(taken.json().get("new").asInt()).as(taken.text()).isEqualTo(2);
        assertThat(taken.json().get("problems").findValuesAsString("code"))
                .contains("score-out-of-range", "score-missing")
                .doesNotContain("column-not-used");
        assertThat(answers()).isEqualTo(2);
        assertThat(api.taking("survey-answers-customer", file, "")
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(2);

        undo(taken);
        assertThat(answers()).isZero();
    }

    @Test
    void whoWasErasedDoesNotComeBackWithAnImportThatIsTakenBack() {
        Api.Answer first = people("Odette Vertrokken");
        Api.Answer second = people("Odette Vertrokken-Weg");
        PersonId person = Caller.asSystem(() -> directory.personByExternalId(x + "P"))
                .orElseThrow()
                .id();
        As.user(null, Set.of(Role.ADMIN), () -> erasure.erase(person, "Former colleague {0}", "left"));

        undo(second);
        undo(first);

        assertThat(jdbc.sql("select name from persons where id = :person")
                        .param("person", person.value())
                        .query(String.class)
                        .single())
                .startsWith("Former colleague");
    }

    private Api.Answer people(String name) {
        Api.Answer taken = api.taking(
                "people",
                "externalId,name,email,from,to\n%1$sP,%2$s,odette@%1$s.example.org,2020-01-01,2026-01-31\n"
                        .formatted(x, name),
                "");
        assertThat(taken.json().get("rejected").asInt()).as(taken.text()).isZero();
        return taken;
    }

    private void undo(Api.Answer taken) {
        assertThat(api.call(delete("/api/v1/imports/" + taken.json().get("id") + "?partly=true"))
                        .status())
                .isEqualTo(200);
    }

    private int answers() {
        return jdbc.sql("select count(*) from customer_answers where external_id like :own")
                .param("own", x + "%")
                .query(Integer.class)
                .single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends AnswersImportContract {}

    @OnPostgres
    static class OnPostgresTest extends AnswersImportContract {}
}
