package org.koploper.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside;
import org.koploper.kpi.Dashboard;
import org.koploper.kpi.Dashboard.Change;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Reading;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Spark;

/**
 * The four numbers of one side: each with what it means, what it was computed from, how it moved since the period before and
 * since last year, what it is held against, and its course.
 */
class DashboardKpis extends Div {

    private final Dashboard dashboard;
    private final @Nullable Map<Meter, Beside> besides;
    private final Formats formats = Formats.here();
    private final ReadingWords words;

    /** @param besides how a person stands beside the others; null for a team, which is held against nobody */
    DashboardKpis(Dashboard dashboard, @Nullable Map<Meter, Beside> besides) {
        this.dashboard = dashboard;
        this.besides = besides;
        this.words = ReadingWords.of(dashboard.now().values());
        add(Kpi.list(Stream.of(Meter.values()).map(this::kpi).toArray(Kpi[]::new)));
    }

    private Kpi kpi(Meter meter) {
        Reading now = Objects.requireNonNull(dashboard.now().get(meter));
        Kpi kpi = new Kpi(BesideWords.name(meter), words.figure(now), null)
                .with(quiet(getTranslation("dashboard.means." + meter.key())));
        if (meter == Meter.OPEN) {
            kpi.from(worth());
        }
        words.told(kpi, now);
        words.between(now).ifPresent(kpi::from);
        if (!isYear(dashboard)) {
            moved(kpi, meter, now, Objects.requireNonNull(dashboard.before().get(meter)), "before");
        }
        moved(kpi, meter, now, Objects.requireNonNull(dashboard.yearBefore().get(meter)), "year-before");
        if (besides != null) {
            beside(kpi, meter, now, Objects.requireNonNull(besides.get(meter)));
        } else if (meter == Meter.CLOSING) {
            kpi.from(getTranslation("dashboard.usual"));
        }
        return hasCourse(meter) ? kpi.course(course(meter)) : kpi;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("kp-quiet");
        return span;
    }

    private String worth() {
        Reading worth = dashboard.openValue();
        BigDecimal value = Objects.requireNonNullElse(worth.value(), BigDecimal.ZERO);
        return getTranslation("month.meter.open-worth", words.amount(worth, value), formats.date(dashboard.day()));
    }

    /** Nothing where there is nothing to take away. */
    private void moved(Kpi kpi, Meter meter, Reading now, Change change, String since) {
        BigDecimal value = now.value();
        BigDecimal then = change.then().value();
        if (value == null || then == null) {
            return;
        }
        String was = words.amount(now, then);
        Delta delta = BesideWords.delta(meter, value.subtract(then), change.beside(), now);
        Div moved = new Div(
                delta,
                quiet(getTranslation(
                        "dashboard.then",
                        getTranslation("dashboard." + since),
                        words.shortBasis(change.then())
                                .map(basis -> getTranslation("dashboard.value-of", was, basis))
                                .orElse(was),
                        BesideWords.change(change.beside()))));
        moved.addClassName("kp-since");
        kpi.with(moved);
    }

    private void beside(Kpi kpi, Meter meter, Reading now, Beside beside) {
        BesideWords.others(meter, beside, now).ifPresent(kpi::from);
        Span sign = new Span(
                switch (beside.verdict()) {
                    case BETTER -> "▲";
                    case WORSE -> "▼";
                    case UNCLEAR -> "●";
                    default -> "○";
                });
        sign.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(sign, new Span(BesideWords.verdict(meter, beside)));
        said.addClassNames("kp-verdict", "kp-verdict-" + beside.verdict().name().toLowerCase(java.util.Locale.ROOT));
        kpi.with(said);
    }

    /** Whether there is anything to draw: two numbers, and not all of them zero. */
    private boolean hasCourse(Meter meter) {
        List<BigDecimal> known = dashboard.course().stream()
                .map(past -> Objects.requireNonNull(past.readings().get(meter)).value())
                .filter(Objects::nonNull)
                .toList();
        return known.size() > 1 && known.stream().anyMatch(one -> one.signum() != 0);
    }

    private Spark course(Meter meter) {
        return new Spark(
                getTranslation("meters.course", BesideWords.name(meter)),
                dashboard.course().stream()
                        .map(past -> {
                            Reading reading =
                                    Objects.requireNonNull(past.readings().get(meter));
                            return new Spark.Point(formats.period(past.period()), reading.value(), words.said(reading));
                        })
                        .toList());
    }

    /** What the days are that all of it is about, and those it is held against. */
    static Paragraph about(Dashboard dashboard) {
        Formats formats = Formats.here();
        Paragraph when = new Paragraph();
        String period = formats.period(dashboard.period());
        String now = dashboard.day().isBefore(dashboard.period().to())
                ? when.getTranslation("dashboard.so-far", period, formats.date(dashboard.day()))
                : period;
        String lastYear = formats.period(days(dashboard.yearBefore()));
        when.setText(
                isYear(dashboard)
                        ? when.getTranslation("dashboard.about-year", now, lastYear)
                        : when.getTranslation(
                                "dashboard.about", now, formats.period(days(dashboard.before())), lastYear));
        when.addClassName("kp-quiet");
        return when;
    }

    /** Then the period before is last year. */
    private static boolean isYear(Dashboard dashboard) {
        return dashboard.period().kind() == PeriodKind.YEAR;
    }

    /** The same for all four. */
    private static Period days(Map<Meter, Change> changes) {
        return changes.values().iterator().next().days();
    }
}
