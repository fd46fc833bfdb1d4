package org.koploper.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.records.Field;

/** What a mapping says is done with its columns, checked against the file and the fields of the kind. */
final class Transforms {

    private final Map<String, Transform> transforms = new HashMap<>();
    private final List<UnusableMapping.Flaw> flaws = new ArrayList<>();

    /** @param mapping complete, so that every column knows its field */
    Transforms(Mapping mapping, Set<String> headers, Map<String, Field> fields) {
        mapping.transforms().forEach((header, said) -> check(header, said, mapping, headers, fields));
    }

    Map<String, Transform> byHeader() {
        return transforms;
    }

    List<UnusableMapping.Flaw> flaws() {
        return flaws;
    }

    private void check(
            String header, ColumnChange said, Mapping mapping, Set<String> headers, Map<String, Field> fields) {
        String place = "transforms." + header;
        if (!headers.contains(header)) {
            flaw(place, "unknown-column", header);
            return;
        }
        switch (Transform.of(said)) {
            case Parsed.Refused<Transform>(String code, List<String> args) ->
                flaws.add(new UnusableMapping.Flaw(place, code, args));
            case Parsed.Value<Transform>(Transform.With(String other))
            when !headers.contains(other) -> flaw(place, "unknown-column", other);
            case Parsed.Value<Transform>(Transform transform) -> {
                Field field = fields.get(mapping.columns().getOrDefault(header, ""));
                if (field != null && !ColumnChange.fits(said.change(), field.type())) {
                    flaws.add(new UnusableMapping.Flaw(
                            place, "change-does-not-fit", List.of(said.change(), field.name())));
                } else {
                    transforms.put(header, transform);
                }
            }
        }
    }

    private void flaw(String place, String code, String arg) {
        flaws.add(new UnusableMapping.Flaw(place, code, List.of(Values.shortened(arg))));
    }
}
