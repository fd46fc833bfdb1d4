package org.koploper.commission.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.TierRule;
import tools.jackson.databind.json.JsonMapper;

/** Writes rules as the document that a plan version is made from. */
public final class PlanText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanText() {}

    /** Whether a component is no more than a rate, or marginal tiers of revenue, of which forms and sentences know. */
    public static boolean isPlain(Component component) {
        boolean isRule = switch (component.rule()) {
            case FlatRate flat -> isOne(flat.rates());
            case TierRule tiers ->
                tiers.on() == On.COUNTED
                        && tiers.bands().stream().allMatch(band -> !band.rerates() && isOne(band.rates()));
            default -> false;
        };
        return isRule && component.equals(new Component(component.name(), component.rule()));
    }

    private static boolean isOne(Rates rates) {
        return rates.cases().size() == 1 && !rates.cases().getFirst().fixed();
    }

    /**
     * The JSON that reads back as exactly these components, rounded half up.
     *
     * @throws IllegalArgumentException when one is not {@link #isPlain}
     */
    public static String of(List<Component> components) {
        return JSON.writeValueAsString(Map.of(
                "components", components.stream().map(PlanText::component).toList()));
    }

    private static Map<String, Object> component(Component component) {
        if (!isPlain(component)) {
            throw new IllegalArgumentException("Component '" + component.name() + "' is more than a form can say");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", component.name());
        switch (component.rule()) {
            case FlatRate flat -> fields.put("flat", Map.of("rate", flat.rate().toPlainString()));
            case TierRule tiers -> fields.put("tiers", tiers(tiers));
            default -> throw new IllegalArgumentException("Not plain: " + component.rule());
        }
        return fields;
    }

    private static Map<String, Object> tiers(TierRule tiers) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accumulate", tiers.accumulate().name().toLowerCase(Locale.ROOT));
        fields.put("boundary", tiers.boundary() == Boundary.LOWER ? "lower" : "upper");
        List<Map<String, String>> bands = new ArrayList<>();
        for (Band band : tiers.bands()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("from", band.from().toPlainString());
            if (band.to() != null) {
                row.put("to", band.to().toPlainString());
            }
            row.put("rate", band.rate().toPlainString());
            bands.add(row);
        }
        fields.put("bands", bands);
        return fields;
    }
}
