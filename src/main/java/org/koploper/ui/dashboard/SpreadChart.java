package org.koploper.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Spread;
import org.koploper.people.PersonRef;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.AnalysisChart.Words;
import org.koploper.ui.chart.Distribution;
import org.koploper.ui.chart.Distribution.Box;
import org.koploper.ui.chart.Distribution.Dot;
import org.koploper.ui.chart.Distribution.Group;
import org.koploper.ui.chart.Unit;

/** How single values spread, of everybody and of each, or of one against the others; and whether people differ at all. */
class SpreadChart extends Div {

    /** With more people side by side nobody reads their names. */
    private static final int SIDE_BY_SIDE = 8;

    private final Spread spread;
    private final @Nullable PersonRef person;
    private final Unit unit;
    private final String key;

    /**
     * @param key of the words about it, such as {@code orders}
     * @param person who is held against the others; null for nobody
     * @param open whether the table is open at first
     */
    SpreadChart(
            String key,
            Spread spread,
            @Nullable PersonRef person,
            Unit unit,
            boolean open,
            Consumer<Boolean> toggled,
            Clock clock) {
        this.key = key;
        this.spread = spread;
        this.person = person;
        this.unit = unit;
        List<Group> groups = groups();
        if (groups.isEmpty()) {
            add(new Paragraph(getTranslation(spread.tooMany() ? "dashboard.too-many" : "dashboard.no-" + key)));
        } else {
            String title = getTranslation("dashboard.spread." + key);
            add(AnalysisChart.of(new Words(key, title, sentence(groups)), new Distribution(groups), unit, clock)
                    .withTable(open, toggled));
        }
        Spread.Middle others = spread.others();
        if (others != null) {
            add(new Paragraph(getTranslation(
                    "dashboard.middle-of-others." + key,
                    others.count(),
                    words(others.lower()),
                    words(others.upper()),
                    words(others.middle()))));
        }
        if (!spread.tooMany()) {
            add(new Paragraph(getTranslation(
                    spread.byChance() == null
                            ? "dashboard.people-unknown"
                            : spread.differs() ? "dashboard.people-differ" : "dashboard.people-alike")));
        }
    }

    /** Between two values lie more decimals than anybody reads. */
    private String words(BigDecimal value) {
        return unit.words(value.setScale(1, RoundingMode.HALF_UP));
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<BigDecimal> own = person == null ? null : spread.each().get(person);
        if (person != null && own != null) {
            groups.add(group(person.name(), Map.of(person, own)));
        }
        Map<PersonRef, List<BigDecimal>> rest = new java.util.LinkedHashMap<>(spread.each());
        if (person != null) {
            rest.remove(person);
        }
        if (!rest.isEmpty()) {
            groups.add(group(getTranslation(person == null ? "dashboard.everybody" : "dashboard.the-others"), rest));
        }
        if (person == null && rest.size() > 1 && rest.size() <= SIDE_BY_SIDE) {
            rest.entrySet().stream()
                    .map(one -> group(one.getKey().name(), Map.of(one.getKey(), one.getValue())))
                    .sorted(Comparator.comparing(SpreadChart::middle).reversed())
                    .forEach(groups::add);
        }
        return groups;
    }

    private static Group group(String name, Map<PersonRef, List<BigDecimal>> values) {
        return new Group(
                name,
                values.entrySet().stream()
                        .flatMap(one -> one.getValue().stream()
                                .map(value -> new Dot(one.getKey().name(), value)))
                        .toList());
    }

    private static BigDecimal middle(Group group) {
        List<BigDecimal> sorted = group.dots().stream().map(Dot::value).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Of the first group, and of the second one where somebody is held against it. */
    private String sentence(List<Group> groups) {
        String first = sentence(groups.getFirst());
        return person == null || groups.size() < 2
                ? first
                : getTranslation("dashboard.both", first, sentence(groups.get(1)));
    }

    private String sentence(Group group) {
        Box box = group.box();
        int count = group.dots().size();
        return box == null
                ? getTranslation("dashboard.few-" + key, group.name(), count)
                : getTranslation(
                        "dashboard.half-" + key,
                        group.name(),
                        count,
                        unit.words(box.rounded(0).lower()),
                        unit.words(box.rounded(0).upper()),
                        unit.words(Objects.requireNonNull(box).rounded(0).middle()));
    }
}
