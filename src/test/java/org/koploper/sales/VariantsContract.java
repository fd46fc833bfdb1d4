package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.records.Counts;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which product is a variant of which. */
abstract class VariantsContract {

    @Autowired
    RecordDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private String x;

    @BeforeEach
    void aProductWithAVariant() {
        x = "VA" + ids.next() + "-";
        Taken taken = take(product("red", "throne"), product("throne", null), product("stool", null));
        assertThat(taken.counts()).as(taken.issues().toString()).isEqualTo(new Counts(3, 0, 0, 0));
    }

    @Test
    void aFileMayNameTheVariantBeforeItsProductAndByItsName() {
        assertThat(of("red")).isEqualTo(x + "throne");

        take(row("externalId", x + "blue", "name", "Blue " + x, "variantOf", "The throne of " + x));

        assertThat(of("blue")).isEqualTo(x + "throne");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnEmptyCellMakesItNoVariantAnyMore() {
        assertThat(take(product("red", "throne")).counts()).isEqualTo(new Counts(0, 0, 1, 0));

        assertThat(take(product("red", null)).counts()).isEqualTo(new Counts(0, 1, 0, 0));

        assertThat(of("red")).isEqualTo("null");
    }

    @Test
    void aVariantOfAVariantIsRefusedWhetherStoredOrInTheSameFile() {
        assertThat(take(product("dark", "red")).issues())
                .containsExactly("2 variantOf refers-on [" + x + "dark, " + x + "red]");

        assertThat(take(product("bar", "stool"), product("high", "bar")).issues())
                .containsExactly("3 variantOf refers-on [" + x + "high, " + x + "bar]");
        assertThat(of("bar")).isEqualTo(x + "stool");
    }

    @Test
    void whatHasVariantsIsNoVariantItselfUnlessTheyStopBeingItsOwnInTheSameFile() {
        assertThat(take(product("throne", "stool")).issues())
                .containsExactly("2 variantOf referred-to [" + x + "throne]");
        assertThat(of("throne")).isEqualTo("null");

        assertThat(take(product("throne", "stool"), product("red", "stool")).issues())
                .isEmpty();
        assertThat(of("throne")).isEqualTo(x + "stool");
        assertThat(of("red")).isEqualTo(x + "stool");
    }

    @Test
    void neitherItselfNorACircleNorWhatNobodyKnowsIsPossible() {
        assertThat(take(product("stool", "stool")).issues())
                .containsExactly("2 variantOf refers-to-itself [" + x + "stool]");
        assertThat(take(product("throne", "red")).issues())
                .containsExactly("2 variantOf circular-reference [" + x + "throne]");
        assertThat(take(product("stool", "nothing")).issues())
                .singleElement()
                .asString()
                .startsWith("2 variantOf unknown-reference [" + x + "nothing");
    }

    private Map<String, @Nullable Object> product(String id, @Nullable String of) {
        return row("externalId", x + id, "name", "The " + id + " of " + x, "variantOf", of == null ? null : x + of);
    }

    @SafeVarargs
    private Taken take(Map<String, @Nullable Object>... rows) {
        return Taken.of(desk, ids, "products", rows);
    }

    /** Of what it is a variant, by external id; "null" for none. */
    private String of(String id) {
        return jdbc.sql("select o.external_id from products p left join products o on o.id = p.variant_of"
                        + " where p.external_id = :id")
                .param("id", x + id)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends VariantsContract {}

    @OnPostgres
    static class OnPostgresTest extends VariantsContract {}
}
