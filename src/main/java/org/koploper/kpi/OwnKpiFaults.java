package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiRefused.Place;

/** What stands in the way of a KPI of one's own, by field. */
final class OwnKpiFaults {

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 50;

    private final List<Fault> faults = new ArrayList<>();

    private OwnKpiFaults() {}

    /** @param others all that there are, to find names that are taken */
    static List<Fault> of(String key, OwnKpiTerms terms, List<OwnKpiState> others) {
        OwnKpiFaults found = new OwnKpiFaults();
        found.words(terms.en(), Place.NAME_EN, Place.MEANS_EN);
        found.words(terms.nl(), Place.NAME_NL, Place.MEANS_NL);
        found.taken(key, terms, others);
        found.part(terms.part(), Place.PART);
        OwnPart whole = terms.whole();
        if (whole != null) {
            found.part(whole, Place.WHOLE);
            found.sides(terms.part(), whole);
        }
        if (!OwnKpiTerms.units(terms.part().what(), whole == null ? null : whole.what())
                .contains(terms.unit())) {
            found.add(Place.UNIT, "unit", terms.unit().key());
        }
        return found.faults;
    }

    private void words(Words words, Place name, Place means) {
        text(words.name(), name, OwnKpis.LONGEST_NAME);
        text(words.explanation(), means, OwnKpis.LONGEST_MEANING);
    }

    private void text(String text, Place place, int longest) {
        if (text.isBlank()) {
            add(place, "missing");
        } else if (text.length() > longest) {
            add(place, "long", String.valueOf(longest));
        }
    }

    private void taken(String key, OwnKpiTerms terms, List<OwnKpiState> others) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("nl"))) {
            String name = terms.words(language).name().strip();
            boolean taken = Arrays.stream(Kpi.values())
                            .anyMatch(kpi -> KpiWords.name(kpi, language).equalsIgnoreCase(name))
                    || others.stream()
                            .filter(other -> !other.retired() && !other.key().equals(key))
                            .anyMatch(other -> other.newest()
                                    .terms()
                                    .words(language)
                                    .name()
                                    .equalsIgnoreCase(name));
            if (taken) {
                add(language == Locale.ENGLISH ? Place.NAME_EN : Place.NAME_NL, "taken", name);
            }
        }
    }

    private void part(OwnPart part, Place place) {
        part.only().values().forEach((aspect, values) -> {
            if (!part.what().aspects().contains(aspect)) {
                add(place, "not-by", part.what().key(), aspect.key());
            }
            if (values.size() > MOST_VALUES) {
                add(place, "many", String.valueOf(MOST_VALUES));
            }
            if (values.isEmpty()
                    || values.stream().anyMatch(value -> value.isBlank() || value.length() > LONGEST_VALUE)) {
                add(place, "values", aspect.key());
            }
        });
    }

    private void sides(OwnPart part, OwnPart whole) {
        if (part.equals(whole)) {
            add(Place.WHOLE, "same");
        }
        Set<KpiScope.Kind> levels = part.what().levels();
        levels.retainAll(whole.what().levels());
        if (levels.isEmpty()) {
            add(Place.WHOLE, "nowhere", part.what().key(), whole.what().key());
        }
    }

    /** What goals need that go on with it: a change that makes another kind of number is another KPI. */
    static @Nullable Fault otherKind(OwnKpiTerms before, OwnKpiTerms after) {
        return before.isAlike(after) ? null : new Fault(Place.UNIT, "other-kind", List.of());
    }

    private void add(Place place, String code, String... args) {
        faults.add(new Fault(place, code, List.of(args)));
    }
}
