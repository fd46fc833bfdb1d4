package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Import;
import org.koploper.intake.ImportProblem;
import org.koploper.intake.Imports;
import org.koploper.intake.ProblemGroup;
import org.koploper.intake.Sentences;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The problems of an import, each kind once with its number; the single ones are read when somebody opens them. */
class ProblemList extends Div {

    private static final int AT_ONCE = 50;

    private final Imports imports;
    private final long id;
    private final Set<String> headers;
    private final @Nullable Way way;

    ProblemList(Imports imports, Import made, Clock clock) {
        this(imports, made, clock, null);
    }

    /** @param way where something can still be decided about the problems; null where not */
    ProblemList(Imports imports, Import made, Clock clock, @Nullable Way way) {
        this.imports = imports;
        this.way = way;
        this.id = made.id();
        this.headers = made.mapping().columns().keySet();
        addClassName("kp-problems");
        List<ProblemGroup> groups = imports.problemGroups(id);
        if (!groups.isEmpty()) {
            add(new ExportMenu(() -> extract(made, clock)));
        }
        section("import.errors", groups.stream().filter(ProblemGroup::error).toList());
        section(
                "import.warnings",
                groups.stream().filter(group -> !group.error()).toList());
    }

    private Extract<ImportProblem> extract(Import made, Clock clock) {
        return Extract.of(
                "problems",
                made.fileName(),
                List.of(),
                List.of(
                        ListColumn.<ImportProblem>number(
                                "row",
                                "column.row",
                                problem -> problem.row() == null ? null : BigDecimal.valueOf(problem.row())),
                        ListColumn.<ImportProblem>text("column", "column.column", problem -> column(problem.column())),
                        ListColumn.<ImportProblem>text(
                                "weight",
                                "column.weight",
                                problem -> getTranslation(problem.error() ? "import.errors" : "import.warnings")),
                        ListColumn.<ImportProblem>text("problem", "column.problem", this::sentence)),
                (offset, limit) -> imports.problems(id, offset, limit),
                clock);
    }

    private void section(String key, List<ProblemGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        add(new H2(getTranslation(key)));
        groups.forEach(group -> add(group(group)));
    }

    private NativeDetails group(ProblemGroup group) {
        Span count = new Span(
                group.count() == 1
                        ? getTranslation("import.once")
                        : getTranslation("import.times", Formats.here().number(group.count())));
        count.addClassNames("kp-chip", group.error() ? "kp-bad" : "kp-warn");
        String first = imports.problemsOf(id, group, 0, 1).stream()
                .map(this::sentence)
                .findFirst()
                .orElse(group.code());
        NativeDetails details = new NativeDetails();
        details.addClassName("kp-details");
        String column = column(group.column());
        details.setSummary(count, new Span(column == null ? first : column + ": " + first));
        Div content = new Div();
        details.setContent(content);
        if (way != null && group.error() && !group.code().equals("left-out")) {
            content.add(new ForAllRows(way, group));
        }
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && content.getChildren().noneMatch(UnorderedList.class::isInstance)) {
                UnorderedList rows = new UnorderedList();
                rows.addClassName("kp-problem-rows");
                content.add(rows);
                more(group, rows, content, 0);
            }
        });
        return details;
    }

    private void more(ProblemGroup group, UnorderedList rows, Div content, int offset) {
        List<ImportProblem> portion = imports.problemsOf(id, group, offset, AT_ONCE);
        portion.forEach(problem -> rows.add(new ListItem(where(problem), new Span(sentence(problem)))));
        int shown = offset + portion.size();
        if (shown < group.kept() && !portion.isEmpty()) {
            Button more =
                    new Button(getTranslation("import.more", Formats.here().number(group.kept() - shown)));
            more.addThemeVariants(ButtonVariant.TERTIARY);
            more.addClickListener(click -> {
                content.remove(more);
                more(group, rows, content, shown);
            });
            content.add(more);
        } else if (group.kept() < group.count()) {
            content.add(new Paragraph(
                    getTranslation("import.not-kept", Formats.here().number(group.count() - group.kept()))));
        }
    }

    private Span where(ImportProblem problem) {
        Long row = problem.row();
        String place =
                row == null ? "" : getTranslation("import.row", Formats.here().number(row));
        String column = column(problem.column());
        if (column != null) {
            place = place.isEmpty() ? column : place + ", " + column;
        }
        Span words = new Span(place);
        words.addClassNames("kp-quiet", "kp-problem-place");
        return words;
    }

    /** As the file calls it; where the file has no such column, as we do. */
    private @Nullable String column(@Nullable String named) {
        if (named == null || headers.contains(named)) {
            return named;
        }
        String key = "field." + named;
        String words = getTranslation(key);
        return words.contains(key) ? named : words;
    }

    private String sentence(ImportProblem problem) {
        return Sentences.of(problem.code(), problem.args(), getLocale());
    }
}
