package org.koploper.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.Remedies;

/** What a mapping says about problems, checked against the fields of the kind and turned into what the desk understands. */
final class Decisions {

    private static final String KEY = "externalId";

    private final Map<String, Map<String, Remedies.Remedy>> remedies = new HashMap<>();
    private final List<UnusableMapping.Flaw> flaws = new ArrayList<>();

    Decisions(Mapping mapping, Map<String, Field> fields) {
        mapping.problems()
                .forEach((name, byCode) -> byCode.forEach((code, decision) -> {
                    Remedies.Remedy remedy = remedy("problems." + name + "." + code, name, fields, decision);
                    if (remedy != null) {
                        remedies.computeIfAbsent(name.equals(Mapping.ROW) ? "" : name, field -> new HashMap<>())
                                .put(code, remedy);
                    }
                }));
    }

    Remedies remedies() {
        return new Remedies(remedies);
    }

    List<UnusableMapping.Flaw> flaws() {
        return flaws;
    }

    private Remedies.@Nullable Remedy remedy(String place, String name, Map<String, Field> fields, Decision decision) {
        Field field = fields.get(name);
        if (field == null && !name.equals(Mapping.ROW)) {
            return flaw(place, "unknown-field", name);
        }
        if (Decision.SKIP.equals(decision.action())) {
            return new Remedies.LeaveOut();
        }
        if (field == null || field.name().equals(KEY)) {
            return flaw(place, "only-skip", name);
        }
        if (Decision.EMPTY.equals(decision.action())) {
            return new Remedies.Replace(null);
        }
        String value = decision.value();
        if (!Decision.USE.equals(decision.action()) || value == null || value.isBlank()) {
            return flaw(place, "unknown-decision", String.valueOf(decision.action()));
        }
        return switch (CellReading.OURS.read(field, Values.text(value))) {
            case Parsed.Value<?>(Object read) -> new Remedies.Replace(read);
            case Parsed.Refused<?>(String code, List<String> args) -> {
                flaws.add(new UnusableMapping.Flaw(place, code, args));
                yield null;
            }
        };
    }

    private Remedies.@Nullable Remedy flaw(String place, String code, String arg) {
        flaws.add(new UnusableMapping.Flaw(place, code, List.of(Values.shortened(arg))));
        return null;
    }
}
