package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.PlanBook;
import org.koploper.commission.Reasons;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanText;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.TierRule;
import org.koploper.ui.kit.Formats;

/** Says in plain sentences what a plan promises. */
final class PlanWords {

    private PlanWords() {}

    /** All that a part of a plan promises: {@code 8% on the first € 50,000 of the year, then 12%.} */
    static String of(Component component, Currency currency) {
        if (!PlanText.isPlain(component)) {
            return String.join(" ", new ComponentWords(component, currency).sentences());
        }
        return component.rule() instanceof TierRule tiers
                ? plain(tiers, currency)
                : I18NProvider.translate(
                        "plans.flat-sentence", Formats.here().rate(((FlatRate) component.rule()).rate()));
    }

    /** When that is paid, and how it is rounded; none where it is as everybody expects. */
    static List<String> beside(Terms terms) {
        List<String> sentences = new ArrayList<>(new PayWords(terms.payCurrency()).of(terms.pay()));
        sentences.addAll(new SalesWords(terms.currency()).of(terms));
        RoundingMode mode = terms.rounding().mode();
        if (mode != RoundingMode.HALF_UP) {
            sentences.add(I18NProvider.translate("plans.words.rounded." + Reasons.code(mode)));
        }
        return sentences;
    }

    private static String plain(TierRule tiers, Currency currency) {
        Formats formats = Formats.here();
        List<String> parts = new ArrayList<>();
        for (Band band : tiers.bands()) {
            String rate = formats.rate(band.rate());
            BigDecimal to = band.to();
            if (to == null && parts.isEmpty()) {
                return I18NProvider.translate("plans.flat-sentence", rate);
            }
            if (to == null) {
                parts.add(I18NProvider.translate("plans.band-last", rate));
            } else if (parts.isEmpty()) {
                parts.add(I18NProvider.translate(
                        "plans.band-first", rate, money(to, currency), window(tiers.accumulate())));
            } else {
                parts.add(I18NProvider.translate("plans.band-next", rate, money(to, currency)));
            }
        }
        return String.join(", ", parts) + ".";
    }

    /** Without cents where there are none: bounds are round numbers as a rule. */
    static String money(BigDecimal amount, Currency currency) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return whole
                ? Formats.here().wholeMoney(amount, currency)
                : Formats.here().money(amount, currency);
    }

    /** Of which stretch of time the sales add up. */
    static String window(Accumulate accumulate) {
        return I18NProvider.translate(key(accumulate) + ".of");
    }

    static String key(Accumulate accumulate) {
        return "plans.accumulate." + accumulate.name().toLowerCase(Locale.ROOT);
    }

    /** What a plan is assigned to. */
    static String who(PlanBook.Who who) {
        return I18NProvider.translate(
                switch (who) {
                    case PERSON -> "plans.who.person";
                    case TEAM -> "plans.who.team";
                    case JOB_ROLE -> "plans.who.job-role";
                });
    }

    /** From when to when, both included. */
    static String days(LocalDate from, @Nullable LocalDate to) {
        Formats formats = Formats.here();
        return to == null
                ? I18NProvider.translate("plans.from", formats.date(from))
                : I18NProvider.translate("plans.from-to", formats.date(from), formats.date(to));
    }

    static String of(PlanFault fault) {
        return I18NProvider.translate(
                "plan.problem." + fault.code(), fault.arguments().toArray());
    }
}
