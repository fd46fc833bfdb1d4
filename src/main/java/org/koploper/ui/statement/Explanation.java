package org.koploper.ui.statement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private final ReasonWords words;
    private final Reason reason;

    /** For who is looking at the current screen. */
    Explanation(StatementLine line) {
        this(line, UI.getCurrent().getLocale());
    }

    Explanation(StatementLine line, Locale locale) {
        reason = Reasons.read(line.reason());
        words = ReasonWords.of(locale, line.currency(), reason);
    }

    /** What the line is called where no deal says it, or where it is about when a deal is paid; empty for what a deal earns. */
    Optional<String> name(StatementLine line) {
        Reason now = reason.label() == Label.ADJUSTMENT ? reason.operands().getFirst() : reason;
        if (line.deal() != null && !SETTLES.contains(now.label())) {
            return Optional.empty();
        }
        return Optional.of(now.label() == Label.GONE ? line.component() : words.label(now));
    }

    /** In one sentence, numbers filled in. */
    String sentence() {
        return words.sentence(reason);
    }

    /** Step by step. */
    Explained tree() {
        return of(reason);
    }

    private Explained of(Reason step) {
        String formula = words.formula(step);
        return new Explained(
                words.label(step),
                formula.isEmpty() || step.formula() == Formula.GIVEN ? null : "= " + formula,
                words.number(step),
                source(step),
                step.operands().stream().map(this::of).toList());
    }

    private @Nullable String source(Reason step) {
        String source = step.source();
        if (source != null && source.startsWith(WINDOW)) {
            return Formats.here().period(Period.parse(source.substring(WINDOW.length())));
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
