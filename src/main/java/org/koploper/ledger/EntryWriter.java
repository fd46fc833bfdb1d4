package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.koploper.ledger.EntryRows.Hashed;
import org.koploper.money.Decimals;
import org.koploper.storage.BulkWriter;
import org.springframework.stereotype.Component;

/** Writes rows of the ledger. There is no way here to change or delete one. */
@Component
class EntryWriter {

    private static final int MOST_DECIMALS = 18;
    private static final int MOST_DIGITS = 20;

    private final BulkWriter bulk;

    EntryWriter(BulkWriter bulk) {
        this.bulk = bulk;
    }

    /** @param entries whose decimals are {@link #exact} */
    void insert(List<Hashed> entries) {
        bulk.insert("ledger_entries", EntryRows.COLUMNS, entries, EntryWriter::write);
    }

    private static void write(Hashed hashed, BulkWriter.Row row) throws SQLException {
        Entry entry = hashed.entry();
        row.number(entry.id());
        row.number(entry.person());
        row.number(entry.seq());
        row.text(entry.posted().toString());
        row.text(entry.earned().toString());
        row.text(entry.plan());
        row.number(entry.version());
        row.text(entry.component());
        row.text(entry.deal());
        row.text(entry.lineKey());
        row.decimal(entry.base());
        row.decimal(entry.rate());
        row.decimal(entry.lineAmount());
        row.decimal(entry.delta());
        row.text(entry.currency());
        row.text(entry.kind().name());
        row.text(entry.reason());
        row.text(entry.cause());
        row.time(entry.recordedAt());
        row.text(entry.previousHash());
        row.text(hashed.hash());
        row.number(hashed.reasonPrint());
    }

    /**
     * The same number in one form.
     *
     * @throws IllegalArgumentException when the database would silently round what does not fit
     */
    static BigDecimal exact(BigDecimal value) {
        BigDecimal canonical = Decimals.canonical(value);
        if (canonical.scale() > MOST_DECIMALS || canonical.precision() - canonical.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("The ledger keeps " + MOST_DECIMALS + " decimals and " + MOST_DIGITS
                    + " digits before the point, which is not enough for " + canonical.toPlainString());
        }
        return canonical;
    }
}
