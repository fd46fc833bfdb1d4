package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.export.Table;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalBook;
import org.koploper.kpi.GoalStand;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** Goals as rows, to leave the screen. */
final class GoalExtract {

    private GoalExtract() {}

    private record Row(GoalStand stand, Acceptance acceptance) {}

    /** @param found everything that the filter leaves; where each stands is read when the file is written */
    static Extract<?> of(List<AgreedGoal> found, GoalBook book, Clock clock) {
        Table.Page<Row> rows = (offset, limit) -> {
            List<AgreedGoal> part = found.stream().skip(offset).limit(limit).toList();
            Map<Long, Acceptance> acceptances = book.acceptances(part);
            return book.stands(part).stream()
                    .map(stand -> new Row(
                            stand, acceptances.getOrDefault(stand.agreed().id(), Acceptance.NOT_ASKED)))
                    .toList();
        };
        return Extract.of(
                "goals",
                translate("menu.goals"),
                List.of(),
                List.of(
                        text("scope", "field.scope", stand -> GoalWords.scope(stand.scope())),
                        text("name", "goal.whose", stand -> stand.agreed().name()),
                        text("kpi", "field.kpi", stand -> GoalWords.kpi(stand.kpi())),
                        text(
                                "reading",
                                "field.reading",
                                stand ->
                                        GoalWords.reading(stand.agreed().terms().reading())),
                        ListColumn.<Row>day(
                                "from",
                                "field.from",
                                row -> row.stand().period().from()),
                        ListColumn.<Row>day(
                                "to", "field.to", row -> row.stand().period().to()),
                        number(
                                "baseline",
                                "field.baseline",
                                stand -> stand.agreed().terms().baseline()),
                        number("target", "column.target", GoalStand::target),
                        number("value", "goal.reached", GoalStand::value),
                        number("expected", "goal.expected", GoalStand::expectedNow),
                        text("currency", "field.currency", GoalStand::currency),
                        ListColumn.<Row>share(
                                "progress", "goal.progress", row -> row.stand().progress()),
                        text(
                                "state",
                                "goal.state",
                                stand -> translate(org.koploper.ui.kit.Paces.state(stand.state())
                                        .key())),
                        ListColumn.<Row>text(
                                "acceptance",
                                "goal.acceptance",
                                row -> translate(
                                        "goal.acceptance." + row.acceptance().key()))),
                rows,
                clock);
    }

    private static ListColumn<Row> text(String key, String header, Function<GoalStand, @Nullable String> text) {
        return ListColumn.text(key, header, row -> text.apply(row.stand()));
    }

    private static ListColumn<Row> number(String key, String header, Function<GoalStand, @Nullable BigDecimal> number) {
        return ListColumn.number(key, header, row -> number.apply(row.stand()));
    }
}
