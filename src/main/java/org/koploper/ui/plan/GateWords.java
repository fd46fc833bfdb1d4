package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.commission.engine.Condition;
import org.koploper.commission.engine.Match;
import org.koploper.commission.engine.Unit;
import org.koploper.commission.engine.Whose;
import org.koploper.ui.kit.Formats;

/** Says what has to hold for a part of a plan to pay in full. */
final class GateWords {

    private final Currency currency;

    GateWords(Currency currency) {
        this.currency = currency;
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.AtLeast reached ->
                say("at-least", gauge(reached.gauge()), bound(reached.gauge(), reached.bound()));
            case Condition.Below below -> say("below", gauge(below.gauge()), bound(below.gauge(), below.bound()));
            case Condition.Not not -> say("not", of(not.condition()));
            case Condition.All all -> joined("and", all.conditions());
            case Condition.Any any -> joined("or", any.conditions());
        };
    }

    private String joined(String key, List<Condition> conditions) {
        return conditions.stream().map(this::of).collect(Collectors.joining(" " + say(key) + " "));
    }

    private static String gauge(Condition.Gauge gauge) {
        return switch (gauge) {
            case Condition.Total total -> {
                String sum = say("total", RateWords.measure(total.measure()), PlanWords.window(total.over()));
                String of = total.where().equals(Match.ALL) ? sum : sum + " (" + RateWords.kind(total.where()) + ")";
                yield total.whose() == Whose.OWN ? of : of + ", " + SalesWords.of(total.whose());
            }
            case Condition.Attained attained -> say("attained", attained.component());
            case Condition.Scored scored -> say("scored", scored.objective(), PlanWords.window(scored.over()));
        };
    }

    private String bound(Condition.Gauge gauge, BigDecimal bound) {
        return switch (gauge) {
            case Condition.Total total ->
                total.measure().unit() == Unit.AMOUNT
                        ? PlanWords.money(bound, currency)
                        : Formats.here().number(bound);
            case Condition.Attained attained -> Formats.here().rate(bound);
            case Condition.Scored scored -> Formats.here().number(bound);
        };
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
