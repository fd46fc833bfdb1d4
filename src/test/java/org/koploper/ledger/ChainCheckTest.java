package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.ledger.EntryRows.Hashed;
import org.koploper.ledger.Verification.Broken;
import org.koploper.ledger.Verification.Fault;

class ChainCheckTest {

    private static final long PAYEE = 7;

    @Test
    void aChainAsItWasWrittenIsIntact() {
        assertThat(check(chain(5), 5, chain(5).getLast().hash())).isNull();
        assertThat(check(List.of(), 0, Entry.START)).isNull();
    }

    @Test
    void aChangedAmountIsFoundAtItsEntry() {
        List<Hashed> rows = chain(5);
        rows.set(2, new Hashed(entry(3, "999", rows.get(1).hash()), rows.get(2).hash(), 0));

        assertThat(check(rows, 5, rows.getLast().hash())).isEqualTo(broken(3, Fault.CONTENT));
    }

    @Test
    void aChangedAmountWithAFreshHashIsFoundAtTheNextEntry() {
        List<Hashed> rows = chain(5);
        rows.set(2, Hashed.of(entry(3, "999", rows.get(1).hash()), 0));

        assertThat(check(rows, 5, rows.getLast().hash())).isEqualTo(broken(4, Fault.LINK));
    }

    @Test
    void aMissingEntryInTheMiddleIsFound() {
        List<Hashed> rows = chain(5);
        rows.remove(1);

        assertThat(check(rows, 5, rows.getLast().hash())).isEqualTo(broken(2, Fault.SEQUENCE));
    }

    @Test
    void missingLastEntriesAreFoundByTheHead() {
        List<Hashed> rows = chain(5);
        String head = rows.getLast().hash();

        assertThat(check(rows.subList(0, 4), 5, head)).isEqualTo(broken(5, Fault.HEAD));
    }

    @Test
    void anEntryOfAnotherPayeeIsFound() {
        Entry foreign = new Entry(
                1,
                8,
                1,
                MONTH,
                MONTH,
                "P",
                1,
                "C",
                null,
                "k",
                ONE,
                ONE,
                ONE,
                ONE,
                "EUR",
                EntryKind.NEW,
                "{}",
                "c",
                NOW,
                Entry.START);

        assertThat(check(List.of(Hashed.of(foreign, 0)), 1, foreign.hash())).isEqualTo(broken(1, Fault.SEQUENCE));
    }

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);

    private static List<Hashed> chain(int length) {
        List<Hashed> rows = new ArrayList<>();
        String previous = Entry.START;
        for (int seq = 1; seq <= length; seq++) {
            Hashed row = Hashed.of(entry(seq, Integer.toString(seq * 10), previous), 0);
            rows.add(row);
            previous = row.hash();
        }
        return rows;
    }

    private static Entry entry(long seq, String delta, String previous) {
        return new Entry(
                seq,
                PAYEE,
                seq,
                MONTH,
                MONTH,
                "P",
                1,
                "C",
                "D-" + seq,
                "k" + seq,
                ONE,
                ONE,
                ONE,
                new BigDecimal(delta),
                "EUR",
                EntryKind.NEW,
                "{}",
                "test",
                NOW,
                previous);
    }

    private static Broken check(List<Hashed> rows, long lastSeq, String lastHash) {
        ChainCheck check = new ChainCheck(PAYEE);
        for (Hashed row : rows) {
            Broken broken = check.next(row);
            if (broken != null) {
                return broken;
            }
        }
        return check.end(lastSeq, lastHash);
    }

    private static Broken broken(long seq, Fault fault) {
        return new Broken(new PersonId(PAYEE), seq, fault);
    }
}
