package org.koploper.ui.records;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.sales.DealState;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.AuditTimeline.Change;
import org.koploper.ui.kit.AuditTimeline.Entry;
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
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            entries.add(entry(states.get(i), i + 1 < states.size() ? states.get(i + 1) : null));
        }
        tile.add(new AuditTimeline(entries));
        return tile;
    }

    private static Entry entry(DealState now, @Nullable DealState before) {
        String when = when(now.since());
        if (before == null) {
            return Entry.of(
                    String.join(", ", stage(now), value(now), now.owner().name()), when);
        }
        List<Change> changes = new ArrayList<>();
        if (now.stage() != before.stage()) {
            changes.add(new Change(I18NProvider.translate("field.stage"), stage(before), stage(now)));
        }
        if (!sameValue(now, before)) {
            changes.add(new Change(I18NProvider.translate("field.value"), value(before), value(now)));
        }
        if (!now.owner().equals(before.owner())) {
            changes.add(new Change(
                    I18NProvider.translate("field.owner"),
                    before.owner().name(),
                    now.owner().name()));
        }
        return changes.isEmpty() ? Entry.of(stage(now), when) : Entry.of(changes, when);
    }

    private static String stage(DealState state) {
        return I18NProvider.translate("stage." + state.stage().name().toLowerCase(Locale.ROOT));
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
