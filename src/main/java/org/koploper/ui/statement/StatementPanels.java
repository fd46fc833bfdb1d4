package org.koploper.ui.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.NothingCredited;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementChange;
import org.koploper.ledger.StatementDocument;
import org.koploper.ledger.StatementState;
import org.koploper.ledger.Statements;
import org.koploper.sales.DealDesk;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.shell.Address;
import org.koploper.ui.statement.StatementTabs.Look;

/** Reads and makes what one tab of a statement shows, when somebody looks at it. */
@org.springframework.stereotype.Component
class StatementPanels {

    /** What the address says where every line is open. */
    private static final String ALL = "all";

    private static final String LINE = "line";
    private static final String TABLE = "table";
    private static final String CLOSED = "off";
    private static final String COMPARE = "compare";
    private static final String WHY = "why";
    private static final String OPEN = "on";

    private final Statements statements;
    private final NothingCredited uncredited;
    private final WhyNothing nothing;
    private final Sources sources;
    private final DealDesk desk;
    private final Clock clock;

    StatementPanels(
            Statements statements,
            NothingCredited uncredited,
            WhyNothing nothing,
            Sources sources,
            DealDesk desk,
            Clock clock) {
        this.statements = statements;
        this.uncredited = uncredited;
        this.nothing = nothing;
        this.sources = sources;
        this.desk = desk;
        this.clock = clock;
    }

    /** Puts something that the reader chose into the address; null takes it out. */
    interface Remembering {
        void put(String name, @Nullable String value);
    }

    /** @param address what it said when the screen was opened */
    Component of(Statement statement, Look look, String title, Address address, Remembering remembering) {
        return new Panel(statement, title, address, remembering).of(look);
    }

    /** The panels of one statement. */
    private final class Panel {

        private final Statement statement;
        private final PersonId person;
        private final YearMonth month;
        private final String title;
        private final Address address;
        private final Remembering remembering;

        Panel(Statement statement, String title, Address address, Remembering remembering) {
            this.statement = statement;
            this.person = statement.person().id();
            this.month = statement.period();
            this.title = title;
            this.address = address;
            this.remembering = remembering;
        }

        Component of(Look look) {
            return switch (look) {
                case LINES -> statement.lines().isEmpty() ? zero() : lines();
                case COMPONENTS -> statement.lines().isEmpty() ? zero() : components();
                case YEAR -> year();
                case CHANGES -> changes();
                case DOCUMENTS -> documents();
            };
        }

        /** Nothing earned is explained too. */
        private Component zero() {
            Locale locale = Formats.here().locale();
            WhyNothing.Words words = nothing.of(statement, locale);
            RouterLink changes = new RouterLink(
                    I18NProvider.translate("statement.see-changes"),
                    StatementView.class,
                    StatementView.address(person, month));
            changes.setQueryParameters(QueryParameters.of("tab", Look.CHANGES.key()));
            EmptyState empty = new EmptyState(
                    I18NProvider.translate("statement.none", Formats.here().month(month)),
                    words.title() + ". " + words.text(),
                    statement.versions() > 0 ? new Component[] {changes} : new Component[0]);
            return new Div(empty, zeros(DealTitles.of(statement.credits(), desk)));
        }

        private Component components() {
            Div all = new Div(new ExportedList(
                    new Div(new Composition(statement), new ComponentSums(statement)),
                    () -> ComponentSums.extract(statement, title, clock)));
            WhyZero zeros = zeros(DealTitles.of(statement.credits(), desk));
            if (!zeros.isEmpty()) {
                all.add(new H2(I18NProvider.translate("statement.zeros")), zeros);
            }
            return all;
        }

        private WhyZero zeros(DealTitles titles) {
            return new WhyZero(
                    statement,
                    uncredited.in(person, month).stream().filter(this::isPaidBy).toList(),
                    sources.of(statement, titles),
                    address.get(WHY).isPresent(),
                    open -> remembering.put(WHY, open ? OPEN : null));
        }

        /** A final statement speaks of the plan that it was closed with. */
        private boolean isPaidBy(NothingCredited.Part part) {
            return statement.state() != StatementState.FINAL || part.plan().equals(statement.plan());
        }

        private Component lines() {
            DealTitles titles = DealTitles.of(statement.credits(), desk);
            LineGrid grid = new LineGrid(
                    statement,
                    titles,
                    sources.of(statement, titles),
                    line -> remembering.put(LINE, line == null ? null : String.valueOf(line.entry())));
            String wanted = address.get(LINE).orElse("");
            Checkbox all = new Checkbox(I18NProvider.translate("statement.open-all"), ALL.equals(wanted));
            all.addValueChangeListener(change -> {
                grid.openAll(change.getValue());
                remembering.put(LINE, change.getValue() ? ALL : null);
            });
            Div bar = new Div(new ExportMenu(() -> grid.extract(statement, title, clock)), all);
            bar.addClassNames("kp-toolbar", "kp-level");
            Div lines = new Div(bar);
            lines.addClassName("kp-list");
            if (ALL.equals(wanted)) {
                grid.openAll(true);
            } else if (!wanted.isEmpty() && !grid.open(wanted)) {
                Paragraph gone = new Paragraph(new Span(I18NProvider.translate("statement.line-gone")));
                gone.addClassName("kp-note");
                lines.add(gone);
            }
            lines.add(grid);
            return lines;
        }

        private Component year() {
            YearMonth now = YearMonth.now(clock);
            YearMonth last = month.withMonth(12);
            YearMonth end = last.isAfter(now) ? now : last;
            YearMonth first = month.withMonth(1);
            List<MonthTotal> months = statements.course(person, first, end.isBefore(month) ? month : end);
            List<MonthTotal> before = statements.course(person, first.minusYears(1), first.minusMonths(1));
            return new ExportedList(
                    new YearCourse(
                            person,
                            months,
                            before,
                            !CLOSED.equals(address.get(TABLE).orElse("")),
                            open -> remembering.put(TABLE, open ? null : CLOSED)),
                    () -> YearCourse.extract(months, before, title, clock));
        }

        private Component changes() {
            List<StatementChange> changes = statements.changes(person, month);
            ChangeList list = new ChangeList(
                    changes,
                    DealTitles.of(
                            changes.stream()
                                    .map(StatementChange::deal)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toSet()),
                            desk),
                    address.get(COMPARE).orElse(""),
                    compared -> remembering.put(COMPARE, compared),
                    clock);
            return new ExportedList(list, () -> list.extract(changes, title));
        }

        private Component documents() {
            List<StatementDocument> documents = statements.documents(person, month);
            DocumentList list = new DocumentList(statement, documents, clock);
            return new ExportedList(list, () -> list.extract(documents, title));
        }
    }
}
