package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Counts;
import org.koploper.commission.engine.Gate;
import org.koploper.commission.engine.Limits;
import org.koploper.commission.engine.Match;
import org.koploper.commission.engine.Proration;
import org.koploper.commission.engine.Quota;
import org.koploper.commission.engine.Scorecard;
import org.koploper.ui.kit.Formats;

/** Says all that one part of a plan promises, a sentence for each thing that it is made of. */
final class ComponentWords {

    private final Component component;
    private final Currency currency;
    private final RateWords rates;

    ComponentWords(Component component, Currency currency) {
        this.component = component;
        this.currency = currency;
        this.rates = new RateWords(component, currency);
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!component.where().equals(Match.ALL)) {
            sentences.add(say("where", RateWords.kind(component.where())));
        }
        SalesWords sales = new SalesWords(currency);
        sentences.addAll(sales.of(component.sales()));
        sentences.addAll(new RuleWords(component, currency, rates).sentences());
        counts(sentences);
        quota(sentences);
        BigDecimal target = component.targetPay();
        if (target != null && !(component.rule() instanceof Scorecard)) {
            sentences.add(say("target-pay", PlanWords.money(target, currency)));
        }
        if (component.weight().compareTo(BigDecimal.ONE) != 0) {
            sentences.add(say("weight", Formats.here().rate(component.weight())));
        }
        component.gates().forEach(gate -> sentences.add(gate(gate)));
        limits(sentences);
        sentences.addAll(sales.beyond(component.limits()));
        return sentences;
    }

    private void counts(List<String> sentences) {
        Counts counts = component.counts();
        if (counts != null) {
            sentences.add(say("counts", RateWords.measure(counts.measure()), rates.multipliers(counts.multipliers())));
        }
    }

    private void quota(List<String> sentences) {
        Quota quota = component.quota();
        if (quota == null) {
            return;
        }
        BigDecimal amount = quota.amount();
        sentences.add(
                amount == null
                        ? say("quota-own")
                        : say("quota", rates.counted(amount), PlanWords.window(rates.accumulate())));
        if (!quota.ramp().isEmpty()) {
            sentences.add(say("ramp", quota.ramp().stream().map(rates::counted).collect(Collectors.joining(", "))));
        }
        if (quota.proration() != Proration.NONE) {
            sentences.add(say(quota.proration() == Proration.ACTUAL ? "prorate-actual" : "prorate-30-360"));
        }
        switch (quota.partTime()) {
            case QUOTA -> sentences.add(say("part-time-quota"));
            case QUOTA_AND_TARGET_PAY -> sentences.add(say("part-time-both"));
            case IGNORED -> {
                // a quota that was agreed is what it is
            }
        }
    }

    private String gate(Gate gate) {
        String condition = new GateWords(currency).of(gate.condition());
        return gate.otherwise().signum() == 0
                ? say("gate", condition)
                : say("gate-otherwise", condition, Formats.here().rate(gate.otherwise()));
    }

    private void limits(List<String> sentences) {
        Limits limits = component.limits();
        if (limits.perDeal() != null) {
            sentences.add(say("most-per-deal", PlanWords.money(limits.perDeal(), currency)));
        }
        if (limits.most() != null) {
            Accumulate over = limits.window() == Accumulate.NONE ? Accumulate.MONTH : limits.window();
            sentences.add(
                    say("most", PlanWords.money(limits.most(), currency), I18NProvider.translate(PlanWords.key(over))));
        }
        if (limits.least() != null) {
            sentences.add(say("least", PlanWords.money(limits.least(), currency)));
        }
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
