package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.StatementChange;
import org.koploper.ledger.StatementVersion;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.AuditTimeline.Change;
import org.koploper.ui.kit.AuditTimeline.Entry;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Delta;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** How the statement came to be: every entry of the ledger behind it, newest first, with what led to it. */
class ChangeList extends Div {

    private static final int MOST = 200;

    private static final Set<String> CAUSES = Set.of(
            "sales-changed",
            "people-changed",
            "rates-changed",
            "targets-changed",
            "goods-changed",
            "scores-changed",
            "plan-version",
            "assigned",
            "assignment-ended",
            "new-month");

    private final Formats formats = Formats.here();
    private final DealTitles titles;
    private final Clock clock;

    /**
     * @param compare which versions the address compares
     * @param compared told which the reader compares
     */
    ChangeList(
            List<StatementChange> changes, DealTitles titles, String compare, Consumer<String> compared, Clock clock) {
        this.titles = titles;
        this.clock = clock;
        add(new Paragraph(getTranslation("statement.changes-text")), new Paragraph(counts(changes)));
        if (StatementVersion.of(changes).size() > 1) {
            add(
                    new H2(getTranslation("statement.compare")),
                    new VersionCompare(
                            StatementVersion.of(changes),
                            clock.getZone(),
                            compare,
                            changed -> subject(changed.line()),
                            this::cause,
                            compared));
        }
        add(new H2(getTranslation("statement.tab.changes")));
        StatementVersion.of(changes).stream()
                .takeWhile(version -> shown(version, changes))
                .forEach(version -> add(
                        new H3(getTranslation(
                                "statement.version",
                                formats.number(version.number()),
                                formats.moment(version.at(), clock.getZone(), LocalDate.now(clock)),
                                cause(version.cause()))),
                        new AuditTimeline(version.changes().stream()
                                .limit(MOST)
                                .map(this::entry)
                                .toList())));
        if (changes.size() > MOST) {
            add(new Paragraph(getTranslation("statement.changes-more", MOST, formats.number((long) changes.size()))));
        }
    }

    /** Whole versions, as long as they begin within the newest entries. */
    private static boolean shown(StatementVersion version, List<StatementChange> changes) {
        return changes.indexOf(version.changes().getFirst()) < MOST;
    }

    /** How many lines came, changed and went. */
    private String counts(List<StatementChange> changes) {
        Map<EntryKind, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(
                        StatementChange::kind, () -> new EnumMap<>(EntryKind.class), Collectors.counting()));
        return getTranslation(
                "statement.change-counts",
                formats.number(counts.getOrDefault(EntryKind.NEW, 0L)),
                formats.number(counts.getOrDefault(EntryKind.CHANGED, 0L)),
                formats.number(counts.getOrDefault(EntryKind.GONE, 0L)));
    }

    /** All of them as a table. */
    Extract<StatementChange> extract(List<StatementChange> changes, String title) {
        return Extract.of(
                "changes",
                title,
                List.of(
                        ListColumn.<StatementChange>moment("at", "column.when", clock.getZone(), StatementChange::at),
                        ListColumn.<StatementChange>text("what", "column.what", this::what),
                        ListColumn.<StatementChange>text("why", "column.why", change -> cause(change.cause())),
                        ListColumn.<StatementChange>money(
                                "amount", "statement.amount", StatementChange::delta, StatementChange::currency)),
                changes,
                clock);
    }

    private String what(StatementChange change) {
        return getTranslation("statement.change." + change.kind().name().toLowerCase(Locale.ROOT), subject(change));
    }

    private Entry entry(StatementChange change) {
        Entry entry = Entry.of(what(change), formats.moment(change.at(), clock.getZone(), LocalDate.now(clock)))
                .by(null, cause(change.cause()))
                .worth(Delta.money(change.delta(), change.currency(), Delta.Wanted.MORE));
        return change.kind() == EntryKind.CHANGED || change.kind() == EntryKind.GONE
                ? entry.changing(List.of(new Change(
                        getTranslation("statement.amount"),
                        money(change, change.lineAmount().subtract(change.delta())),
                        money(change, change.lineAmount()))))
                : entry;
    }

    private String money(StatementChange change, BigDecimal amount) {
        int decimals = Math.max(0, change.currency().getDefaultFractionDigits());
        return formats.money(amount.setScale(decimals, RoundingMode.HALF_UP), change.currency());
    }

    private String subject(StatementChange change) {
        String subject = change.deal() != null
                ? titles.of(change.deal()) + ", " + change.component()
                : change.line().endsWith("|rounding")
                        ? getTranslation("statement.rounding-of", change.component())
                        : change.component();
        return change.adjusts()
                ? getTranslation("statement.adjustment", subject, formats.month(change.earned()))
                : subject;
    }

    /** The code and its object in words; an object that only says the number of a batch helps nobody. */
    private String cause(String cause) {
        String[] parts = cause.split(" ", 2);
        if (!CAUSES.contains(parts[0])) {
            return getTranslation("statement.cause.other");
        }
        return getTranslation("statement.cause." + parts[0], parts.length > 1 ? parts[1] : "");
    }
}
