package org.koploper.ui.records;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.sales.DealState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** What a deal was since when: its stage, and its value and owner wherever they changed. */
final class DealStory {

    private DealStory() {}

    /** @param states the latest first */
    static Tile tile(List<DealState> states) {
        Tile tile = new Tile(I18NProvider.translate("deal.story"));
        if (states.isEmpty()) {
            tile.add(new Paragraph(I18NProvider.translate("deal.story-none")));
            return tile;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-related-list");
        for (int i = 0; i < states.size(); i++) {
            list.add(line(states.get(i), i + 1 < states.size() ? states.get(i + 1) : null));
        }
        tile.add(list);
        return tile;
    }

    private static ListItem line(DealState now, @Nullable DealState before) {
        List<String> words = new ArrayList<>();
        boolean same = before != null && sameValue(now, before) && now.owner().equals(before.owner());
        if (same || before == null || now.stage() != before.stage()) {
            words.add(I18NProvider.translate("stage." + now.stage().name().toLowerCase(Locale.ROOT)));
        }
        if (before == null || !sameValue(now, before)) {
            words.add(value(now));
        }
        if (before == null || !now.owner().equals(before.owner())) {
            words.add(now.owner().name());
        }
        Span what = new Span(String.join(", ", words));
        what.addClassName("kp-strong");
        Span when = new Span(when(now.since()));
        when.addClassName("kp-quiet");
        return new ListItem(what, when);
    }

    private static boolean sameValue(DealState now, DealState before) {
        return now.currency().equals(before.currency())
                && (now.value() == null || before.value() == null
                        ? Objects.equals(now.value(), before.value())
                        : now.value().compareTo(before.value()) == 0);
    }

    private static String value(DealState state) {
        return state.value() == null
                ? I18NProvider.translate("deal.story-no-value")
                : Formats.here().money(state.value(), Currency.getInstance(state.currency()));
    }

    private static String when(@Nullable LocalDate since) {
        return since == null
                ? I18NProvider.translate("deal.story-once")
                : I18NProvider.translate("deal.story-since", Formats.here().date(since));
    }
}
