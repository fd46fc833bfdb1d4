package org.koploper.ui.dashboard;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside.Verdict;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Goal;
import org.koploper.kpi.Meter;
import org.koploper.people.PersonRef;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.HeatCell;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;

/** People by name, their four numbers and their goal: a list that says where somebody differs, and no ranking. */
final class PeopleMatrix {

    private final List<Compared<PersonRef>> people;
    private final Map<PersonRef, Goal> goals;
    private final Map<Meter, BigDecimal> longest = new EnumMap<>(Meter.class);
    private final BigDecimal farthest;

    private PeopleMatrix(List<Compared<PersonRef>> people, Map<PersonRef, Goal> goals) {
        this.people = people;
        this.goals = goals;
        Stream.of(Meter.values()).forEach(meter -> longest.put(meter, MeterCell.longest(meter, people)));
        farthest = goals.values().stream()
                .map(Paces::of)
                .filter(Objects::nonNull)
                .map(Pace::share)
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /**
     * @param address where one of them is looked at alone
     * @param closely where one number of one of them is, among the others
     */
    static Listing<Compared<PersonRef>> of(
            Lists lists,
            List<Compared<PersonRef>> people,
            Map<PersonRef, Goal> goals,
            Function<PersonRef, String> address,
            BiFunction<Meter, PersonRef, String> closely) {
        PeopleMatrix matrix = new PeopleMatrix(people, goals);
        return lists.<Compared<PersonRef>>of(SalesDashboardView.SCREEN, "dashboard.people")
                .columns(matrix.columns(address, closely))
                .sortedBy("name")
                .few(() -> people, (row, asked) -> true);
    }

    private List<ListColumn<Compared<PersonRef>>> columns(
            Function<PersonRef, String> address, BiFunction<Meter, PersonRef, String> closely) {
        List<ListColumn<Compared<PersonRef>>> columns = new ArrayList<>();
        columns.add(ListColumn.<Compared<PersonRef>>text(
                        "name", "column.person", row -> row.subject().name())
                .main()
                .sortable()
                .shown(row -> person(row, address)));
        for (Meter meter : Meter.values()) {
            columns.add(BesideWords.<Compared<PersonRef>>column(meter, row -> row.reading(meter))
                    .sortable()
                    .drawn()
                    .below(new MeterSpread(meter, people).middle().orElse(null))
                    .shown(row -> cell(meter, row, closely)));
        }
        columns.add(ListColumn.<Compared<PersonRef>>share("goal", "dashboard.goal", this::progress)
                .sortable()
                .drawn()
                .shown(this::goal));
        for (Meter meter : Meter.values()) {
            columns.add(ListColumn.<Compared<PersonRef>>number(
                            meter.key() + "-cases",
                            "month.meter." + meter.key(),
                            row -> row.reading(meter).n())
                    .titled(translate("dashboard.cases", BesideWords.name(meter)))
                    .fileOnly());
            columns.add(ListColumn.<Compared<PersonRef>>text(
                            meter.key() + "-beside",
                            "month.meter." + meter.key(),
                            row -> BesideWords.verdict(meter, row.beside(meter)))
                    .titled(translate("dashboard.beside", BesideWords.name(meter)))
                    .fileOnly());
        }
        return columns;
    }

    /** What the heads say and what a number leads to; on a phone, which has no heads, the medians themselves. */
    static List<Paragraph> middles(List<Compared<PersonRef>> people) {
        String middles = Stream.of(Meter.values())
                .flatMap(meter -> new MeterSpread(meter, people)
                                .middle()
                                .map(middle -> translate("dashboard.middle-of", BesideWords.name(meter), middle))
                                .stream())
                .collect(Collectors.joining(" · "));
        if (middles.isEmpty()) {
            return List.of();
        }
        Paragraph heads = new Paragraph(translate("dashboard.middle-means"));
        heads.addClassNames("kp-quiet", "kp-broad");
        Paragraph narrow = new Paragraph(middles);
        narrow.addClassNames("kp-quiet", "kp-narrow");
        return List.of(heads, narrow);
    }

    /** A number leads to where it lies among those of the others. */
    private Component cell(Meter meter, Compared<PersonRef> row, BiFunction<Meter, PersonRef, String> closely) {
        HeatCell cell = MeterCell.of(meter, row, Objects.requireNonNull(longest.get(meter)));
        if (row.reading(meter).value() == null) {
            return cell;
        }
        Span told = new Span(translate("dashboard.look-at", row.subject().name()));
        told.addClassName("kp-told");
        Anchor link = new Anchor(closely.apply(meter, row.subject()), cell, told);
        link.addClassName("kp-look-at");
        return link;
    }

    /** On a phone the name says what stands out, since the cells are not there. */
    private static Component person(Compared<PersonRef> row, Function<PersonRef, String> address) {
        Span stands = new Span(standsOut(row));
        stands.addClassNames("kp-narrow", "kp-stands-out");
        return new Div(new Anchor(address.apply(row.subject()), row.subject().name()), stands);
    }

    /** What differs; or that nothing does, or that nothing can be said. */
    static String standsOut(Compared<PersonRef> row) {
        String differing = Stream.of(Meter.values())
                .filter(meter -> row.beside(meter).differs())
                // what is worse comes first
                .sorted((one, two) ->
                        row.beside(two).verdict().compareTo(row.beside(one).verdict()))
                .map(meter -> translate(
                        "dashboard.stands-out",
                        row.beside(meter).verdict() == Verdict.BETTER ? "▲" : "▼",
                        BesideWords.name(meter),
                        BesideWords.verdict(meter, row.beside(meter))))
                .collect(Collectors.joining(" · "));
        if (!differing.isEmpty()) {
            return differing;
        }
        boolean compared =
                Stream.of(Meter.values()).anyMatch(meter -> row.beside(meter).verdict() == Verdict.UNCLEAR);
        return translate(compared ? "dashboard.unclear" : "dashboard.nothing-to-say");
    }

    private Component goal(Compared<PersonRef> row) {
        Goal goal = goals.get(row.subject());
        Pace pace = goal == null ? null : Paces.of(goal);
        if (pace == null) {
            Span none = new Span(translate("heat.none"));
            none.addClassName("kp-quiet");
            return none;
        }
        return new Div(
                new Span(Formats.here().percent(pace.share())),
                PaceBar.slim(translate("team.goal-of", row.subject().name()), pace, farthest));
    }

    private @Nullable BigDecimal progress(Compared<PersonRef> row) {
        Goal goal = goals.get(row.subject());
        BigDecimal progress = goal == null ? null : goal.progress();
        return progress == null ? null : progress.setScale(4, RoundingMode.HALF_UP);
    }
}
