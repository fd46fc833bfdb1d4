package org.koploper.records;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a row says into what will be stored: references into ids, codes into their stored form, aspects canonical. */
final class LineReading {

    private final Run run;
    private final Line line;
    private final Lookup lookup;
    private final Map<Long, Line> newLines;

    LineReading(Run run, Line line, Lookup lookup, Map<Long, Line> newLines) {
        this.run = run;
        this.line = line;
        this.lookup = lookup;
        this.newLines = newLines;
    }

    void read() {
        for (Field field : run.fields()) {
            if (!isAspect(field) || field.type() == Field.Type.REFERENCE) {
                field(field);
            }
        }
        for (Aspect aspect : run.kind().aspects()) {
            Field field = run.field(aspect.field());
            if (field.type() != Field.Type.REFERENCE) {
                aspect(aspect, field);
            }
        }
    }

    /** Looks at what a row does say although one of its cells could not be read: only for the problems to be found. */
    void examine() {
        for (Field field : run.fields()) {
            Object said = line.entry.values().get(field.name());
            if (field.name().equals("externalId")) {
                continue;
            }
            if (said == null) {
                if (isLeftEmpty(field)) {
                    line.error(field.name(), "required-missing");
                }
            } else if (!isAspect(field) || field.type() == Field.Type.REFERENCE) {
                value(field, said);
            }
        }
        for (Aspect aspect : run.kind().aspects()) {
            Field field = run.field(aspect.field());
            Object said = line.entry.values().get(field.name());
            if (said != null && field.type() != Field.Type.REFERENCE) {
                canonical(aspect, field, said);
            }
        }
    }

    /** Whether the row itself leaves it empty, where nothing stands for empty: not what merely could not be read. */
    private boolean isLeftEmpty(Field field) {
        return field.required()
                && field.fallback() == null
                && line.entry.values().containsKey(field.name())
                && line.entry.flaws().stream().noneMatch(flaw -> flaw.field().equals(field.name()));
    }

    private static boolean isAspect(Field field) {
        return field.column() == null;
    }

    private void field(Field field) {
        if (field.name().equals("externalId")) {
            line.values.put("externalId", line.key);
            return;
        }
        if (missing(field)) {
            return;
        }
        Object said = line.entry.values().get(field.name());
        if (said == null) {
            line.values.put(field.name(), null);
            return;
        }
        value(field, said);
    }

    private void value(Field field, Object said) {
        Object value = FieldRules.checked(field, said, line);
        if (value != null && field.type() == Field.Type.REFERENCE && field.references() != null) {
            value = resolve(field, field.references(), value.toString());
        }
        if (value != null) {
            line.values.put(field.name(), value);
        }
    }

    private void aspect(Aspect aspect, Field field) {
        if (missing(field)) {
            return;
        }
        Object said = line.entry.values().get(field.name());
        if (said == null) {
            line.values.put(field.name(), null);
        } else {
            canonical(aspect, field, said);
        }
    }

    private void canonical(Aspect aspect, Field field, Object said) {
        Object text = FieldRules.checked(field, said, line);
        if (text != null) {
            line.values.put(
                    field.name(),
                    aspect.canonical(
                            text instanceof BigDecimal number ? number.toPlainString() : text.toString(),
                            line.incoming(),
                            (kind, name) -> resolve(field, kind, name),
                            line.problems(field.name())));
        }
    }

    /**
     * Whether there is nothing to read: the row does not mention the field, or it is empty where a fallback stands for
     * empty. A new record gets the fallback; one that is there keeps what it has.
     */
    private boolean missing(Field field) {
        boolean mentioned = line.entry.values().containsKey(field.name());
        if (mentioned && line.entry.values().get(field.name()) != null) {
            return false;
        }
        if (line.isNew() && field.fallback() != null) {
            line.values.put(field.name(), field.fallback());
            return true;
        }
        if (field.required() && (line.isNew() || mentioned && field.fallback() == null)) {
            line.error(field.name(), "required-missing");
            return true;
        }
        return !mentioned || field.fallback() != null;
    }

    private @Nullable Long resolve(Field field, String kind, String text) {
        String name = field.name();
        return switch (lookup.find(kind, text, field.createsMissing())) {
            case Lookup.Exact(long id) -> needing(field, kind, id);
            case Lookup.Similar(long id, String read, Lookup.Created created) -> {
                line.warning(name, "read-as", text, read);
                if (created != null) {
                    line.creations.add(created);
                }
                yield needing(field, kind, id);
            }
            case Lookup.New(Lookup.Created created) -> {
                line.creations.add(created);
                yield created.id();
            }
            case Lookup.Several(int many) -> {
                line.error(name, "ambiguous-reference", text, many);
                yield null;
            }
            case Lookup.Nothing(String nearest) -> {
                if (nearest == null) {
                    line.error(name, "unknown-reference", text);
                } else {
                    line.error(name, "unknown-reference", text, nearest);
                }
                yield null;
            }
        };
    }

    private Long needing(Field field, String kind, long id) {
        if (kind.equals(run.kind().name())) {
            if (id == line.id && field.type() == Field.Type.REFERENCE) {
                line.error(field.name(), "refers-to-itself", line.key);
            } else if (newLines.containsKey(id)) {
                line.needs.add(id);
            }
        }
        return id;
    }
}
