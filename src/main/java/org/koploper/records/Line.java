package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a chunk on its way from what was read to what shall be written. */
final class Line {

    final Entry entry;
    final List<Issue> issues;
    final Map<String, @Nullable Object> values = new HashMap<>();
    final Map<String, @Nullable Object> after = new LinkedHashMap<>();
    final List<Lookup.Created> creations = new ArrayList<>();
    /** Ids of rows of the same source that have to be taken as well. */
    final Set<Long> needs = new HashSet<>();

    String key = "";
    boolean keyedByName;
    long id;
    int version;
    boolean duplicate;
    boolean rejected;
    Set<String> changed = Set.of();

    @Nullable
    Map<String, @Nullable Object> before;

    Line(Entry entry) {
        this.entry = entry;
        this.issues = new ArrayList<>(entry.flaws());
        this.rejected = !entry.readable();
    }

    void error(String field, String code, @Nullable Object... args) {
        issues.add(Issue.of(entry.row(), field, code, true, args));
        rejected = true;
    }

    void warning(String field, String code, @Nullable Object... args) {
        issues.add(Issue.of(entry.row(), field, code, false, args));
    }

    Problems problems(String defaultField) {
        return new Problems() {
            @Override
            public void error(String field, String code, Object... args) {
                Line.this.error(field.isEmpty() ? defaultField : field, code, args);
            }

            @Override
            public void warning(String field, String code, Object... args) {
                Line.this.warning(field.isEmpty() ? defaultField : field, code, args);
            }
        };
    }

    /**
     * Whether single cells could not be read while the others stand where they should; not where the row itself is out
     * of joint, or holds what no database can be asked for.
     */
    boolean isPartlyReadable() {
        return !entry.readable()
                && entry.flaws().stream().noneMatch(flaw -> flaw.field().isEmpty())
                && entry.values().values().stream()
                        .noneMatch(value -> value instanceof String text && text.indexOf('\0') >= 0);
    }

    /** As {@link #problems}, but only about fields in which this row has a value: the others may merely be unread. */
    Problems problemsOfWhatItSays() {
        Problems all = problems("");
        return new Problems() {
            @Override
            public void error(String field, String code, Object... args) {
                if (entry.values().get(field) != null) {
                    all.error(field, code, args);
                }
            }

            @Override
            public void warning(String field, String code, Object... args) {
                // a row that is rejected anyway needs no warnings
            }
        };
    }

    boolean isNew() {
        return before == null;
    }

    /** Whether it is taken and makes a difference. */
    boolean writes() {
        return !rejected && !duplicate && (isNew() || !changed.isEmpty());
    }

    Incoming incoming() {
        return new Incoming(entry.row(), values, before);
    }

    Rows.Wanted wanted() {
        return new Rows.Wanted(id, version, after);
    }
}
