package org.koploper.commission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.MarginalTiers;
import tools.jackson.databind.json.JsonMapper;

/** Writes rules as the document that a plan version is made from. */
public final class PlanText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanText() {}

    /** The JSON that reads back as exactly these components, rounded half up. */
    public static String of(List<Component> components) {
        return JSON.writeValueAsString(Map.of(
                "components", components.stream().map(PlanText::component).toList()));
    }

    private static Map<String, Object> component(Component component) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", component.name());
        switch (component.rule()) {
            case FlatRate flat -> fields.put("flat", Map.of("rate", flat.rate().toPlainString()));
            case MarginalTiers tiers -> fields.put("tiers", tiers(tiers));
        }
        return fields;
    }

    private static Map<String, Object> tiers(MarginalTiers tiers) {
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
