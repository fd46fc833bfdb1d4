package org.koploper.ui.period;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.koploper.ledger.NotClosed;
import org.koploper.ledger.PayMonth;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;

/** How months and what stands in their way are called. */
final class PeriodWords {

    private PeriodWords() {}

    static String state(PayMonth.State state) {
        return "periods.state." + state.name().toLowerCase(Locale.ROOT);
    }

    static StatusBadge badge(PayMonth.State state) {
        Tone tone = switch (state) {
            case CLOSED -> Tone.GOOD;
            case CLOSABLE -> Tone.WARN;
            case WAITING, RUNNING -> Tone.NEUTRAL;
        };
        return new StatusBadge(state(state), tone);
    }

    /** All totals of a month in one line. */
    static String totals(PayMonth month) {
        return month.totals().entrySet().stream()
                .map(total -> Formats.here().money(total.getValue(), total.getKey()))
                .collect(Collectors.joining(" + "));
    }

    static String sentence(NotClosed refused) {
        List<String> names = refused.names();
        String key = "periods.refused."
                + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (refused.reason()) {
            case EARLIER_IS_OPEN ->
                I18NProvider.translate(key, Formats.here().month(YearMonth.parse(names.getFirst())));
            case LACKS_RATE, LACKS_INVOICE, LACKS_COST, LACKS_SCORE, LACKS_QUOTA ->
                I18NProvider.translate(key, names.get(0), names.get(1));
            case ALREADY_CLOSED, NOT_OVER, BEING_COMPUTED, OTHER_TOTALS -> I18NProvider.translate(key);
        };
    }
}
