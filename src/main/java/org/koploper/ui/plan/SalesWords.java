package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.koploper.commission.Reasons;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Budget;
import org.koploper.commission.engine.Exchange;
import org.koploper.commission.engine.Limits;
import org.koploper.commission.engine.Sales;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Whose;

/** Says whose sales a part of a plan is about, what people share of it, and how currencies turn into each other. */
final class SalesWords {

    private final Currency currency;

    SalesWords(Currency currency) {
        this.currency = currency;
    }

    static String of(Whose whose) {
        return say("whose." + Reasons.code(whose));
    }

    List<String> of(Sales sales) {
        List<String> sentences = new ArrayList<>();
        if (sales.whose() != Whose.OWN) {
            sentences.add(say("whose", of(sales.whose())));
        }
        if (sales.days() != null) {
            sentences.add(
                    say("days", PlanWords.days(sales.days().from(), sales.days().to())));
        }
        if (sales.lessLower()) {
            sentences.add(say("less-lower-levels"));
        }
        if (sales.divided()) {
            sentences.add(say("split-payout"));
        }
        return sentences;
    }

    /** What becomes of what is beyond a limit, and the limit of all people together. */
    List<String> beyond(Limits limits) {
        List<String> sentences = new ArrayList<>();
        if (limits.carried()) {
            sentences.add(say("beyond-carried"));
        }
        Budget budget = limits.budget();
        if (budget != null) {
            Accumulate over = budget.over() == Accumulate.NONE ? Accumulate.MONTH : budget.over();
            sentences.add(say(
                    "budget", PlanWords.money(budget.amount(), currency), I18NProvider.translate(PlanWords.key(over))));
            sentences.add(say("overrun." + Reasons.code(budget.overrun())));
        }
        return sentences;
    }

    List<String> of(Terms terms) {
        List<String> sentences = new ArrayList<>();
        Exchange exchange = terms.exchange();
        if (exchange.deals() != Exchange.CLOSE.deals()) {
            sentences.add(say("exchange." + Reasons.code(exchange.deals()), exchange.payday()));
        }
        if (exchange.payIn() != null) {
            sentences.add(say("pay-in", exchange.payIn().getCurrencyCode()));
            sentences.add(say("pay-rate." + Reasons.code(exchange.pay()), exchange.payday()));
        }
        if (terms.rounding().eachStep()) {
            sentences.add(say("rounded.each-step"));
        }
        return sentences;
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
