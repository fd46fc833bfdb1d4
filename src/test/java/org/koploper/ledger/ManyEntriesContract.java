package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries of many payees written together are what they would be one by one: every hash is of what lies in the database. */
abstract class ManyEntriesContract {

    /** What would end a value, or a row, on the way to some database, or is none. */
    private static final List<String> TEXTS = List.of(
            "a\tb", "a\nb", "a\r\nb", "\\", "\\N", "\\.", "\\t", "'", "\"", "", " ", "é€😀", "{\"a\":\"\\\\\"}");

    private static final int TOO_LONG = 301;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whateverATextHoldsComesBackAsItWas() {
        PersonId payee = payee();

        append(Map.of(
                payee,
                TEXTS.stream().map(text -> line("k" + text, text, text, text)).toList()));

        assertThat(jdbc.sql("select reason from ledger_entries where person_id = :person order by seq")
                        .param("person", payee.value())
                        .query(String.class)
                        .list())
                .isEqualTo(TEXTS);
        assertIntact();
    }

    @Test
    void noDealIsNotTheSameAsADealWithoutAName() {
        PersonId payee = payee();

        append(Map.of(payee, List.of(line("a", null, "{}", "test"), line("b", "", "{}", "test"))));

        assertThat(jdbc.sql("select case when deal is null then 'none' else deal end from ledger_entries"
                                + " where person_id = :person order by seq")
                        .param("person", payee.value())
                        .query(String.class)
                        .list())
                .containsExactly("none", "");
        assertIntact();
    }

    @Test
    void eachPayeeHasAnOwnChainHoweverManyAreWrittenTogether() {
        Map<PersonId, List<NewEntry>> entries = new LinkedHashMap<>();
        String longReason = "x".repeat(3_000);
        for (int payee = 0; payee < 20; payee++) {
            entries.put(
                    payee(),
                    IntStream.range(0, 10 * payee)
                            .mapToObj(line -> line("k" + line, "D-" + line, longReason + line, "test"))
                            .toList());
        }

        append(entries);
        append(entries);

        entries.forEach((payee, own) -> assertThat(
                        jdbc.sql("select count(*) from ledger_entries where person_id = :person and seq <= :most")
                                .param("person", payee.value())
                                .param("most", 2 * own.size())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2 * own.size()));
        assertIntact();
    }

    @Test
    void whereOneCannotBeWrittenNoneIs() {
        PersonId payee = payee();
        PersonId other = payee();

        assertThatThrownBy(() -> append(Map.of(
                        payee,
                        List.of(line("a", "D", "{}", "test")),
                        other,
                        List.of(line("b", "D", "{}", "c".repeat(TOO_LONG))))))
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from ledger_entries where person_id in (:persons)")
                        .param("persons", List.of(payee.value(), other.value()))
                        .query(Integer.class)
                        .single())
                .isZero();

        append(Map.of(payee, List.of(line("a", "D", "{}", "test"))));
        assertIntact();
    }

    private void append(Map<PersonId, List<NewEntry>> entries) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> ledger.append(entries)));
    }

    private void assertIntact() {
        assertThat(Caller.asSystem(() -> ledger.verify()).intact()).isTrue();
    }

    private PersonId payee() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Payee', 'BE', 0)")
                .param("id", id)
                .param("ref", "many-" + id)
                .update();
        return new PersonId(id);
    }

    private static NewEntry line(String key, @Nullable String deal, String reason, String cause) {
        return new NewEntry(
                LedgerContract.NOVEMBER,
                "Plan",
                1,
                "Component",
                deal,
                key,
                BigDecimal.TEN,
                new BigDecimal("-0.000000000000000001"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                Currency.getInstance("EUR"),
                EntryKind.NEW,
                reason,
                Long.MIN_VALUE,
                cause);
    }

    @OnHsqldb
    static class OnHsqldbTest extends ManyEntriesContract {}

    @OnPostgres
    static class OnPostgresTest extends ManyEntriesContract {}
}
