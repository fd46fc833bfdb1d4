package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the fields of one object of a document strictly and remembers which were asked for, so that none is overlooked.
 * YAML, of which JSON is a part; values are taken as they are written, so that no decimal ever turns into a binary
 * fraction.
 */
final class PlanFields {

    private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(1_000_000);

    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Node> keys = new HashMap<>();
    private final Node node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private PlanFields(Node node, String path) {
        this.node = node;
        this.path = path;
        if (!(node instanceof MappingNode mapping)) {
            throw fault(path, node, "not-an-object");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw fault(path, tuple.getKeyNode(), "not-an-object");
            }
            keys.put(key.getValue(), key);
            if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                throw fault(path(key.getValue()), key, "field-twice");
            }
        }
    }

    /** @throws PlanFault when it cannot be read at all */
    static PlanFields of(String document) {
        return new PlanFields(PlanTree.root(document), "");
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return node(field) != null;
    }

    /** A fault at a field, or where the field is missing at the object that should have it. */
    PlanFault fault(String field, String code, Object... arguments) {
        Node at = fields.get(field);
        return fault(path(field), at == null ? node : at, code, arguments);
    }

    /** Whether there is a single value and not an object or a list. */
    boolean isText(String field) {
        return node(field) instanceof ScalarNode;
    }

    String text(String field) {
        String text = text(field, null);
        if (text == null) {
            throw fault(field, "missing");
        }
        return text;
    }

    @Nullable
    String text(String field, @Nullable String otherwise) {
        Node found = node(field);
        return found == null ? otherwise : text(found, path(field));
    }

    /** One of these, by its lower-case name. */
    <T> T choice(String field, Map<String, T> choices, String otherwise) {
        String text = text(field, otherwise);
        T choice = choices.get(text);
        if (choice == null) {
            throw fault(field, "unknown-choice", String.valueOf(text), String.join(", ", choices.keySet()));
        }
        return choice;
    }

    /** An exact decimal, quoted or not. */
    BigDecimal decimal(String field, int mostDecimals) {
        return decimal(field, text(field), mostDecimals);
    }

    private BigDecimal decimal(String field, String text, int mostDecimals) {
        BigDecimal value;
        try {
            value = Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            throw fault(field, "not-a-decimal", text);
        }
        if (value.scale() > mostDecimals) {
            throw fault(field, "too-many-decimals", mostDecimals);
        }
        return value;
    }

    @Nullable
    BigDecimal decimalOrNull(String field, int mostDecimals) {
        return has(field) ? decimal(field, mostDecimals) : null;
    }

    LocalDate date(String field) {
        String text = text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault(field, "not-a-date", text);
        }
    }

    @Nullable
    LocalDate dateOrNull(String field) {
        return has(field) ? date(field) : null;
    }

    Currency currency(String field) {
        String code = text(field);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw fault(field, "not-a-currency", code);
        }
    }

    PlanFields object(String field) {
        Node found = node(field);
        if (found == null) {
            throw fault(field, "missing");
        }
        return new PlanFields(found, path(field));
    }

    <T> List<T> list(String field, int most, BiFunction<PlanFields, Integer, T> reader) {
        SequenceNode found = sequence(field, most);
        List<T> list = new ArrayList<>(found.getValue().size());
        for (int i = 0; i < found.getValue().size(); i++) {
            PlanFields one = new PlanFields(found.getValue().get(i), path(field) + "[" + i + "]");
            list.add(reader.apply(one, i));
            one.done();
        }
        return list;
    }

    /** None where the field is missing. */
    <T> List<T> listOrNone(String field, int most, BiFunction<PlanFields, Integer, T> reader) {
        return has(field) ? list(field, most, reader) : List.of();
    }

    /** One text, or a list of them. */
    List<String> texts(String field, int most) {
        if (isText(field)) {
            return List.of(text(field));
        }
        List<String> texts = new ArrayList<>();
        SequenceNode found = sequence(field, most);
        for (int i = 0; i < found.getValue().size(); i++) {
            texts.add(text(found.getValue().get(i), path(field) + "[" + i + "]"));
        }
        return texts;
    }

    /** Decimals in their order; none where the field is missing. */
    List<BigDecimal> decimals(String field, int most, int mostDecimals) {
        if (!has(field)) {
            return List.of();
        }
        return texts(field, most).stream()
                .map(text -> decimal(field, text, mostDecimals))
                .toList();
    }

    /** A number without decimals that a count can be. */
    int whole(String field) {
        return whole(field, decimal(field, 0));
    }

    /** Such numbers in their order; none where the field is missing. */
    List<Integer> wholes(String field, int most) {
        return decimals(field, most, 0).stream()
                .map(value -> whole(field, value))
                .toList();
    }

    private int whole(String field, BigDecimal value) {
        if (value.abs().compareTo(LARGEST_COUNT) > 0) {
            throw fault(field, "does-not-fit", value.toPlainString());
        }
        return value.intValueExact();
    }

    /** Every field of this object. */
    Set<String> names() {
        return fields.keySet();
    }

    /** What the engine refuses is a fault of the document, at that place. */
    <T> T fitting(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw fault(field, "does-not-fit", String.valueOf(e.getMessage()));
        }
    }

    /** Refuses what nobody asked for: a misspelt switch must not silently mean its default. */
    void done() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw fault(path(name), keys.getOrDefault(name, node), "unknown-field");
            }
        }
    }

    private SequenceNode sequence(String field, int most) {
        Node found = node(field);
        if (found == null) {
            throw fault(field, "missing");
        }
        if (!(found instanceof SequenceNode list)
                || list.getValue().isEmpty()
                || list.getValue().size() > most) {
            throw fault(field, "not-a-list", most);
        }
        return list;
    }

    private static String text(Node found, String path) {
        if (!(found instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw fault(path, found, "not-a-text");
        }
        return scalar.getValue();
    }

    private static PlanFault fault(String path, Node at, String code, Object... arguments) {
        int line = at.getStartMark() == null ? 0 : at.getStartMark().getLine() + 1;
        int column = at.getStartMark() == null ? 0 : at.getStartMark().getColumn() + 1;
        return new PlanFault(path, line, column, code, List.of(arguments));
    }

    private @Nullable Node node(String field) {
        asked.add(field);
        Node found = fields.get(field);
        return found == null || found.getTag().equals(Tag.NULL) ? null : found;
    }
}
