package org.koploper.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.records.Counts;
import org.koploper.records.Entry;
import org.koploper.records.Field;
import org.koploper.records.ImportersOnly;
import org.koploper.records.Issue;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.springframework.stereotype.Service;

/** Takes records as a program sends them: all of them, or none. */
@Service
public class Upserts {

    /** The most records at a time. */
    public static final int MOST = 10_000;

    private final RecordDesk desk;
    private final RecordKinds kinds;
    private final Ids ids;

    Upserts(RecordDesk desk, RecordKinds kinds, Ids ids) {
        this.desk = desk;
        this.kinds = kinds;
        this.ids = ids;
    }

    /**
     * Writes these records, new ones and changed ones, in one transaction.
     *
     * @param records each by field name, with texts, numbers and nulls; dates as {@code yyyy-MM-dd}
     * @throws Imports.UnknownKind when there is no such kind of record
     * @throws RejectedRecords when any of them is not right; then nothing is written
     */
    @ImportersOnly
    public Counts apply(String kind, List<Map<String, @Nullable Object>> records) {
        RecordKind found = kinds.find(kind).orElseThrow(() -> new Imports.UnknownKind(kind));
        Map<String, Field> fields = new HashMap<>();
        found.fields().forEach(field -> fields.put(field.name(), field));
        List<Entry> entries = new ArrayList<>(records.size());
        for (Map<String, @Nullable Object> record : records) {
            entries.add(entry(entries.size() + 1L, record, fields));
        }
        long batch = ids.next();
        List<Issue> errors = new ArrayList<>();
        Order order = new Order(
                kind,
                Order.Mode.ALL_OR_NOTHING,
                batch,
                "records.upserted",
                new Trail.Subject(kind, String.valueOf(batch), kind));
        Counts counts = desk.apply(order, entries::forEach, issue -> {
            if (issue.error()) {
                errors.add(issue);
            }
        });
        if (counts.rejected() > 0) {
            throw new RejectedRecords(errors);
        }
        return counts;
    }

    private static Entry entry(long row, Map<String, @Nullable Object> record, Map<String, Field> fields) {
        Map<String, @Nullable Object> values = new HashMap<>();
        List<Issue> flaws = new ArrayList<>();
        record.forEach((name, said) -> {
            Field field = fields.get(name);
            if (field == null) {
                flaws.add(flaw(row, name, "unknown-field", List.of(Values.shortened(name))));
                return;
            }
            switch (read(field, said)) {
                case Parsed.Value<?>(Object value) -> values.put(name, value);
                case Parsed.Refused<?>(String code, List<String> args) -> {
                    if (code.equals("empty-cell")) {
                        values.put(name, null);
                    } else {
                        flaws.add(flaw(row, name, code, args));
                    }
                }
            }
        });
        return new Entry(row, values, flaws, List.of());
    }

    private static Parsed<?> read(Field field, @Nullable Object said) {
        return switch (said) {
            case null -> Parsed.refused("empty-cell");
            case String text when Values.text(text).isEmpty() -> Parsed.refused("empty-cell");
            case String text -> CellReading.OURS.read(field, Values.text(text));
            case BigInteger number -> number(field, new BigDecimal(number));
            case BigDecimal number -> number(field, number);
            case Integer number -> number(field, BigDecimal.valueOf(number));
            case Long number -> number(field, BigDecimal.valueOf(number));
            default -> Parsed.refused("wrong-type", Values.shortened(said.toString()));
        };
    }

    private static Parsed<?> number(Field field, BigDecimal number) {
        if (Math.abs(number.scale()) > 100) {
            return Parsed.refused("number-too-long", number.toString());
        }
        return CellReading.OURS.read(field, number.toPlainString());
    }

    private static Issue flaw(long row, String field, String code, List<String> args) {
        return new Issue(row, field, code, true, args);
    }

    /** Some records are not right, and nothing was written. */
    public static class RejectedRecords extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Issue> errors;

        RejectedRecords(List<Issue> errors) {
            super(errors.size() + " errors");
            this.errors = List.copyOf(errors);
        }

        /** What is wrong, by position of the record, from 1. */
        public List<Issue> errors() {
            return errors;
        }
    }
}
