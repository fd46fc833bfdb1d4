package org.koploper.ui.statement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.ReasonWords;
import org.koploper.commission.Reasons;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.StatementLine;
import org.koploper.period.Period;
import org.koploper.ui.kit.Explained;
import org.koploper.ui.kit.Formats;

/** The reason of a line in the words of the reader; computes nothing. */
final class Explanation {

    private static final String WINDOW = "window:";
    private static final String PLAN = "plan:";
    private static final String TIER = "tier ";

    /** Of a deal, but not what it earns. */
    private static final Set<Label> SETTLES =
            EnumSet.of(Label.HELD, Label.RELEASED, Label.CLAWED_BACK, Label.CANCELLED);

    private static final String QUOTA = "quota:";

    private final Locale locale;
    private final ReasonWords words;
    private final Reason reason;

    /** For who is looking at the current screen. */
    Explanation(StatementLine line) {
        this(line, UI.getCurrent().getLocale());
    }

    Explanation(StatementLine line, Locale locale) {
        this(Reasons.read(line.reason()), line.currency(), locale);
    }

    Explanation(Reason reason, Currency currency, Locale locale) {
        this.locale = locale;
        this.words = ReasonWords.of(locale, currency, reason);
        this.reason = reason;
    }

    /** Of who reads it. */
    Locale locale() {
        return locale;
    }

    /** What the line is called where no deal says it, or where it is about when a deal is paid; empty for what a deal earns. */
    Optional<String> name(StatementLine line) {
        Reason now = reason.label() == Label.ADJUSTMENT ? reason.operands().getFirst() : reason;
        if (line.deal() != null && !SETTLES.contains(now.label())) {
            return Optional.empty();
        }
        return Optional.of(now.label() == Label.GONE ? line.component() : words.label(now));
    }

    /** In one sentence, numbers filled in; where it comes to nothing, with what made it so. */
    String sentence() {
        String sentence = words.sentence(reason);
        String zero = reason.result().signum() == 0 ? words.zero(reason) : sentence;
        return sentence.equals(zero) ? sentence : sentence + ". " + zero;
    }

    /** Why it comes to nothing, in one sentence. */
    String zero() {
        return words.zero(reason);
    }

    /** Step by step. */
    Explained tree() {
        return tree(source -> null);
    }

    /** @param links where the source of a step, as the engine writes it, is seen; null for plain text */
    Explained tree(Function<String, @Nullable String> links) {
        return of(reason, links);
    }

    private Explained of(Reason step, Function<String, @Nullable String> links) {
        String formula = words.formula(step);
        return new Explained(
                words.label(step),
                formula.isEmpty() || step.formula() == Formula.GIVEN ? null : "= " + formula,
                words.number(step),
                source(step),
                step.source() == null ? null : links.apply(step.source()),
                step.operands().stream().map(operand -> of(operand, links)).toList());
    }

    private @Nullable String source(Reason step) {
        String source = step.source();
        if (source != null && source.startsWith(WINDOW)) {
            return Formats.here().period(Period.parse(source.substring(WINDOW.length())));
        }
        if (source != null && source.startsWith(QUOTA)) {
            return I18NProvider.translate(
                    "source.quota", Formats.here().period(Period.parse(source.substring(QUOTA.length()))));
        }
        if (source != null && source.startsWith(PLAN)) {
            return plan(source.substring(PLAN.length()));
        }
        String text = words.source(step);
        return text.isEmpty() ? null : text;
    }

    /** {@code AM 2026 v3/Commission/tier 2} as "plan AM 2026 v3, Commission, tier 2". */
    private static String plan(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.startsWith(TIER)) {
                parts.add(I18NProvider.translate("source.tier", part.substring(TIER.length())));
            } else if (!part.equals("rate")) {
                parts.add(part);
            }
        }
        return I18NProvider.translate("source.plan", String.join(", ", parts));
    }
}
