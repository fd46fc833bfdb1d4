package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.Reasons;
import org.koploper.commission.engine.PayTerms;
import org.koploper.ui.kit.Formats;

/** Says when what is earned is paid, and what is kept of it. */
final class PayWords {

    private final Currency currency;

    PayWords(Currency currency) {
        this.currency = currency;
    }

    List<String> of(PayTerms terms) {
        List<String> sentences = new ArrayList<>();
        release(terms.release(), sentences);
        PayTerms.Draw draw = terms.draw();
        if (draw != null) {
            String kind = Reasons.code(draw.kind());
            sentences.add(say("draw." + kind, PlanWords.money(draw.amount(), currency)));
            if (draw.months() != null) {
                sentences.add(say("draw-months", draw.months()));
            }
        }
        PayTerms.Holdback holdback = terms.holdback();
        if (holdback != null) {
            sentences.add(say("holdback", Formats.here().rate(holdback.share()), holdback.months()));
        }
        PayTerms.Clawback clawback = terms.clawback();
        if (clawback != null) {
            sentences.add(
                    clawback.share() == null
                            ? say("clawback-term", clawback.term())
                            : say("clawback", clawback.term(), Formats.here().rate(clawback.share())));
        }
        if (terms.carriesDebt()) {
            sentences.add(say("debt"));
        }
        return sentences;
    }

    private static void release(PayTerms.@Nullable Release release, List<String> sentences) {
        switch (release) {
            case PayTerms.OnCash cash -> sentences.add(say("release-cash"));
            case PayTerms.Instalments parts -> {
                String now = Formats.here().rate(parts.now());
                String months = parts.after().stream().map(String::valueOf).collect(Collectors.joining(", "));
                if (!parts.after().isEmpty()) {
                    sentences.add(say("release-parts", now, months));
                }
            }
            case null -> {
                // in the month it is earned in
            }
        }
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
