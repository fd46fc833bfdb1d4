package org.koploper.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;
import org.koploper.money.Decimals;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reasons as they lie in the ledger: JSON with the fields {@code label}, {@code formula}, {@code operands} (left out when
 * there are none), {@code result}, {@code unit} and {@code source} (left out when there is none), always in this order.
 * Labels, formulas and units are stable kebab-case codes, results exact decimals as texts.
 */
public final class Reasons {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int TYPICAL_LENGTH = 2_000;
    private static final String[] LABELS = codes(Label.values());
    private static final String[] FORMULAS = codes(Formula.values());
    private static final String[] UNITS = codes(Unit.values());

    private Reasons() {}

    /** The same reason always gives the same text. */
    public static String write(Reason reason) {
        StringBuilder json = new StringBuilder(TYPICAL_LENGTH);
        write(reason, json);
        return json.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Reason read(String json) {
        try {
            return reason(JSON.readTree(json));
        } catch (JacksonException | NullPointerException | NumberFormatException e) {
            throw new IllegalArgumentException("Not a reason: " + json.substring(0, Math.min(200, json.length())), e);
        }
    }

    /** {@code base-in-tier}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What {@link #code} wrote.
     *
     * @throws IllegalArgumentException when there is no such constant
     */
    static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** By hand and not by a tree of nodes, since a run does hardly anything else. */
    private static void write(Reason reason, StringBuilder json) {
        json.append("{\"label\":\"").append(LABELS[reason.label().ordinal()]);
        json.append("\",\"formula\":\"").append(FORMULAS[reason.formula().ordinal()]);
        String before = "\",\"operands\":[";
        for (Reason operand : reason.operands()) {
            json.append(before);
            write(operand, json);
            before = ",";
        }
        json.append(reason.operands().isEmpty() ? "\",\"result\":\"" : "],\"result\":\"");
        json.append(Decimals.plain(reason.result()));
        json.append("\",\"unit\":\"").append(UNITS[reason.unit().ordinal()]).append('"');
        String source = reason.source();
        if (source != null) {
            json.append(",\"source\":");
            quote(source, json);
        }
        json.append('}');
    }

    private static void quote(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < ' ' || one == '"' || one == '\\') {
                json.append(JSON.writeValueAsString(text));
                return;
            }
        }
        json.append('"').append(text).append('"');
    }

    private static String[] codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Reasons::code).toArray(String[]::new);
    }

    private static Reason reason(JsonNode node) {
        List<Reason> operands = new ArrayList<>();
        JsonNode inner = node.get("operands");
        if (inner != null) {
            inner.values().forEach(operand -> operands.add(reason(operand)));
        }
        return new Reason(
                constant(Label.class, node),
                constant(Formula.class, node),
                operands,
                new BigDecimal(text(node, "result")),
                constant(Unit.class, node),
                optional(node, "source"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node) {
        return constant(type, text(node, type.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    private static String text(JsonNode node, String field) {
        String text = optional(node, field);
        if (text == null) {
            throw new IllegalArgumentException("A reason without " + field);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null ? null : value.stringValue();
    }
}
