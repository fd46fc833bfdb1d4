package org.koploper.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what rows change, cell by cell, in words: references by the name of what they refer to. */
final class ChangedCells {

    private final Run run;
    private final Map<Long, Line> newLines;
    private final Collection<Lookup.Created> creations;
    private final Map<String, Map<Long, String>> names = new HashMap<>();

    /**
     * @param newLines rows of the same source that others may refer to, by the id they will have
     * @param creations what comes into being because rows refer to it
     */
    ChangedCells(Run run, Map<Long, Line> newLines, Collection<Lookup.Created> creations) {
        this.run = run;
        this.newLines = newLines;
        this.creations = creations;
    }

    /** One statement for each kind that is referred to. */
    Map<Entry, Changed> of(List<Line> lines) {
        Map<String, Set<Long>> ids = new HashMap<>();
        Map<String, Aspect> aspects = new HashMap<>();
        run.kind().aspects().forEach(aspect -> aspects.put(aspect.field(), aspect));
        for (Line line : lines) {
            for (String field : line.changed) {
                for (Object value : values(line, field)) {
                    mentions(field, value, aspects.get(field))
                            .forEach(mention -> ids.computeIfAbsent(mention.kind(), kind -> new HashSet<>())
                                    .add(Long.valueOf(mention.text())));
                }
            }
        }
        ids.forEach((kind, of) -> names.put(kind, run.rows(kind).labels(of)));
        creations.forEach(one ->
                names.computeIfAbsent(one.kind(), kind -> new HashMap<>()).put(one.id(), one.name()));
        newLines.forEach((id, line) -> names.computeIfAbsent(run.kind().name(), kind -> new HashMap<>())
                .putIfAbsent(id, line.key));
        Map<Entry, Changed> changes = new LinkedHashMap<>();
        for (Line line : lines) {
            List<Changed.Cell> cells = new ArrayList<>();
            for (Field field : run.fields()) {
                if (line.changed.contains(field.name()) && line.before != null) {
                    Aspect aspect = aspects.get(field.name());
                    cells.add(new Changed.Cell(
                            field.name(),
                            words(field, line.before.get(field.name()), aspect),
                            words(field, line.after.get(field.name()), aspect)));
                }
            }
            String key = line.before == null ? line.key : String.valueOf(line.before.get("externalId"));
            changes.put(line.entry, new Changed(key, cells));
        }
        return changes;
    }

    private static List<Object> values(Line line, String field) {
        List<Object> values = new ArrayList<>();
        Object before = line.before == null ? null : line.before.get(field);
        Object after = line.after.get(field);
        if (before != null) {
            values.add(before);
        }
        if (after != null) {
            values.add(after);
        }
        return values;
    }

    private List<Aspect.Mention> mentions(String name, Object value, @Nullable Aspect aspect) {
        Field field = run.field(name);
        if (field.type() == Field.Type.REFERENCE && field.references() != null) {
            return List.of(new Aspect.Mention(field.references(), value.toString()));
        }
        return aspect == null ? List.of() : aspect.mentions(value.toString());
    }

    private @Nullable String words(Field field, @Nullable Object value, @Nullable Aspect aspect) {
        if (value == null) {
            return null;
        }
        if (field.type() == Field.Type.REFERENCE && field.references() != null) {
            return name(field.references(), value.toString());
        }
        return aspect == null || aspect.mentions(value.toString()).isEmpty()
                ? StoredTexts.of(value)
                : aspect.inWords(value.toString(), this::name);
    }

    private String name(String kind, String id) {
        return names.getOrDefault(kind, Map.of()).getOrDefault(Long.valueOf(id), id);
    }
}
