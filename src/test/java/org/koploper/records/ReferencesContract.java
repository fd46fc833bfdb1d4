package org.koploper.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** How rows name other records, and rows of their own source. */
abstract class ReferencesContract extends DeskTrial {

    @Test
    void aReferenceIsFoundByExternalIdByNameAndInAnotherSpelling() {
        commit("trial-customers", List.of(row(2, "externalId", "ref-1", "name", "GTX Pro Shop")));

        Said said = commit(
                "trial-invoices",
                List.of(
                        invoice(2, "ref-a", "ref-1", "1"),
                        invoice(3, "ref-b", "GTX Pro Shop", "1"),
                        invoice(4, "ref-c", "gtxpro shop", "1")));

        assertThat(said.issues()).containsExactly("4 customer read-as [gtxpro shop, GTX Pro Shop]");
        assertThat(jdbc.sql("select count(distinct customer_id) from invoices where external_id like 'ref-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNameThatSeveralBearIsAProblemAndSoIsOneThatNobodyBears() {
        commit(
                "trial-teams",
                List.of(
                        row(2, "externalId", "amb-1", "name", "Twins amb"),
                        row(3, "externalId", "amb-2", "name", "Twins amb"),
                        row(4, "externalId", "amb-3", "name", "Antwerpen amb")));

        Said said = commit(
                "trial-teams",
                List.of(
                        row(2, "externalId", "amb-4", "name", "Below", "parent", "Twins amb"),
                        row(3, "externalId", "amb-5", "name", "Beside", "parent", "Antwerp amb"),
                        row(4, "externalId", "amb-6", "name", "Nowhere", "parent", "qqqqqqqqqqqqqqqqqq")));

        assertThat(said.counts().rejected()).isEqualTo(3);
        assertThat(said.issues())
                .containsExactly(
                        "2 parent ambiguous-reference [Twins amb, 2]",
                        "3 parent unknown-reference [Antwerp amb, Antwerpen amb]",
                        "4 parent unknown-reference [qqqqqqqqqqqqqqqqqq]");
    }

    @Test
    void aMissingCustomerIsCreatedOnceAndOnlyForARowThatIsTaken() {
        List<Entry> rows = List.of(
                row(2, "externalId", "create-1", "customer", "Only for a bad row", "currency", "EUR"),
                invoice(3, "create-2", "Created ltd", "1"),
                invoice(4, "create-3", "CREATED LTD", "1"));

        Said dry = dry("trial-invoices", rows);
        Said said = commit("trial-invoices", rows);

        assertThat(said).isEqualTo(dry);
        assertThat(said.issues())
                .containsExactly(
                        "2 invoicedOn required-missing []",
                        "2 amount required-missing []",
                        "3 customer created-reference [Created ltd]",
                        "4 customer read-as [CREATED LTD, Created ltd]");
        assertThat(count("customers", "Created ltd")).isEqualTo(1);
        assertThat(count("customers", "Only for")).isZero();
        assertThat(TrialKinds.TOLD).endsWith("trial-customers finished", "trial-invoices finished");
    }

    @Test
    void rowsMayReferToRowsOfTheSameSourceInAnyOrder() {
        List<Entry> rows = List.of(
                row(2, "externalId", "tree-3", "name", "Leaf tree", "parent", "Branch tree"),
                row(3, "externalId", "tree-2", "name", "Branch tree", "parent", "tree-1"),
                row(4, "externalId", "tree-1", "name", "Root tree", "parent", null));

        assertThat(dry("trial-teams", rows).counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(commit("trial-teams", rows).counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(commit("trial-teams", rows).counts()).isEqualTo(new Counts(0, 0, 3, 0));
        assertThat(jdbc.sql(
                                "select p.name from teams t join teams p on p.id = t.parent_id where t.external_id = 'tree-3'")
                        .query(String.class)
                        .single())
                .isEqualTo("Branch tree");
    }

    @Test
    void whoeverNeedsARejectedRowIsRejectedToo() {
        List<Entry> rows = List.of(
                row(2, "externalId", "need-3", "name", "Need leaf", "parent", "need-2"),
                row(3, "externalId", "need-2", "name", "Need branch", "parent", "need-1"),
                row(4, "externalId", "need-1", "name", "x".repeat(201)));

        Said said = commit("trial-teams", rows);

        assertThat(said.counts()).isEqualTo(new Counts(0, 0, 0, 3));
        assertThat(said.issues())
                .containsExactly(
                        "2  refers-to-rejected [need-2, 3]",
                        "3  refers-to-rejected [need-1, 4]",
                        "4 name too-long [200, 201]");
        assertThat(count("teams", "need-")).isZero();
    }

    @Test
    void nothingCanLieAboveItself() {
        commit(
                "trial-teams",
                List.of(
                        row(2, "externalId", "ring-1", "name", "Ring one"),
                        row(3, "externalId", "ring-2", "name", "Ring two", "parent", "ring-1")));

        assertThat(commit("trial-teams", List.of(row(2, "externalId", "ring-1", "parent", "ring-2")))
                        .issues())
                .containsExactly("2 parent circular-reference [ring-1]");
        assertThat(commit("trial-teams", List.of(row(2, "externalId", "ring-1", "parent", "ring-1")))
                        .issues())
                .containsExactly("2 parent refers-to-itself [ring-1]");
    }

    @Test
    void aNameStandsInForAMissingExternalId() {
        commit("trial-customers", List.of(row(2, "externalId", "id-of-known", "name", "Known by name")));

        Said said = commit(
                "trial-customers",
                List.of(
                        row(2, "name", "Known by name", "segment", "steel"),
                        row(3, "name", "New by name", "segment", "steel")));

        assertThat(said.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(count("customers", "Known by name")).isZero();
        assertThat(count("customers", "New by name")).isEqualTo(1);
    }

    @OnHsqldb
    static class OnHsqldbTest extends ReferencesContract {}

    @OnPostgres
    static class OnPostgresTest extends ReferencesContract {}
}
