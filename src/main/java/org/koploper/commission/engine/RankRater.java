package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.koploper.period.Period;

/** Pays for the place in the last month of a window, or of the days of the component. */
final class RankRater implements WindowRater {

    private final Ranking ranking;
    private final Component component;
    private final Terms terms;
    private final List<Placing> placings;
    private final String source;

    RankRater(Ranking ranking, Component component, Terms terms, List<Placing> placings, String source) {
        this.ranking = ranking;
        this.component = component;
        this.terms = terms;
        this.placings = placings;
        this.source = source;
    }

    @Override
    public List<Earning> close(YearMonth month) {
        Period window = ranking.window(month.atDay(1));
        if (!component.lastMonth(window).equals(month)) {
            return List.of();
        }
        Reason prize = placings.stream()
                .filter(one ->
                        one.component().equals(component.name()) && one.period().equals(window))
                .findFirst()
                .map(placing -> prize(placing, window))
                .orElseGet(() -> Reason.amount(Label.NOT_RANKED, Formula.SUM, "window:" + window.key(), List.of()));
        Reason none = Reason.given(Label.NOTHING, BigDecimal.ZERO, Unit.AMOUNT, null);
        return List.of(new Earning(LineKind.PRIZE, Line.NO_BAND, none, null, prize));
    }

    private Reason prize(Placing placing, Period window) {
        boolean isPooled = ranking.ties() == Ties.POOLED || ranking.ties() == Ties.FIRST_TO_REACH;
        if (!isPooled || placing.level() == 1) {
            return Reason.amount(Label.PRIZE, Formula.SUM, "window:" + window.key(), List.of(prize(placing.place())));
        }
        List<Reason> prizes = new ArrayList<>();
        for (int i = 0; i < placing.level(); i++) {
            prizes.add(prize(placing.place() + i));
        }
        Reason pool = Reason.amount(Label.PRIZES_POOLED, Formula.SUM, null, prizes);
        Reason level = Reason.given(Label.WHOLE, BigDecimal.ONE, Unit.COUNT, "window:" + window.key());
        List<Reason> weights = java.util.Collections.nCopies(placing.level(), level);
        return Allotment.of(Label.PRIZE, "window:" + window.key(), pool, terms, placing.among(), weights);
    }

    private Reason prize(int place) {
        return Reason.given(Label.PRIZE, ranking.prize(place), Unit.AMOUNT, source + "/prize " + place);
    }
}
