package org.koploper.commission.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.koploper.period.Period;

/** Pays for scores in the last month of a window. */
final class ScoreRater implements WindowRater {

    private final Scorecard card;
    private final QuotaBook quotas;
    private final String source;

    ScoreRater(Scorecard card, QuotaBook quotas, String source) {
        this.card = card;
        this.quotas = quotas;
        this.source = source;
    }

    @Override
    public List<Earning> close(YearMonth month) {
        Period window = card.window(month.atDay(1));
        if (!YearMonth.from(window.to()).equals(month)) {
            return List.of();
        }
        Reason target = quotas.targetPay(window);
        List<Earning> earnings = new ArrayList<>();
        for (Scorecard.Objective objective : card.objectives()) {
            int index = earnings.size();
            String place = source + "/objective " + (index + 1);
            Reason weight = Reason.given(Label.OBJECTIVE_WEIGHT, objective.weight(), Unit.RATE, place);
            Reason score = quotas.score(objective.name(), window);
            Reason amount = score == null
                    ? Reason.amount(Label.NOT_SCORED, Formula.SUM, "score:" + objective.name(), List.of())
                    : Reason.amount(
                            Label.PAY_FOR_OBJECTIVE,
                            Formula.PRODUCT,
                            "score:" + objective.name(),
                            List.of(target, weight, score));
            earnings.add(new Earning(LineKind.OBJECTIVE, index, target, null, amount));
        }
        return earnings;
    }
}
