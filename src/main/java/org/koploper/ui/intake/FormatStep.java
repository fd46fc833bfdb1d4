package org.koploper.ui.intake;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.DatePattern;
import org.koploper.intake.DecimalSign;
import org.koploper.intake.Finding;
import org.koploper.intake.FormatDetection;
import org.koploper.intake.ImportProblem;
import org.koploper.intake.Mapping;
import org.koploper.intake.Preview;
import org.koploper.intake.Row;
import org.koploper.intake.Sentences;

/** How the file is read, with what shows it; everything can be changed, and what the file leaves open is asked. */
class FormatStep extends Div {

    private static final Set<String> ANSWERABLE = Set.of("ambiguous-dates", "ambiguous-decimals");

    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "UTF-16LE", "ISO-8859-15");
    private static final List<String> SEPARATORS = List.of(",", ";", "tab", "|");
    static final List<String> DATES =
            List.of("yyyy-MM-dd", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "M-d-yyyy", "dd.MM.yyyy");

    private final Way way;
    private final List<RadioButtonGroup<String>> open = new ArrayList<>();

    FormatStep(Way way) {
        this.way = way;
        List<ImportProblem> hopeless = way.preview().problems().stream()
                .filter(problem -> !ANSWERABLE.contains(problem.code()))
                .toList();
        Mapping given = way.upload().given();
        Div questions = way.preview().sheets().isEmpty()
                ? new Div(encoding(given), separator(given), decimal(given), dates(given))
                : new Div(sheet(given), decimal(given), dates(given));
        questions.addComponentAsFirst(new RememberedNote(way));
        questions.addClassName("kp-form");
        if (!hopeless.isEmpty()) {
            add(new Notes(hopeless));
        }
        add(questions, new H2(getTranslation("import.first-rows")), firstRows());
        if (hopeless.isEmpty()) {
            Button next = new Button(getTranslation("import.next"), click -> next());
            next.addThemeVariants(ButtonVariant.PRIMARY);
            Div actions = new Div(next);
            actions.addClassName("kp-actions");
            add(actions);
        }
    }

    /** Whether the file can be read as it is, so that the next steps make sense. */
    static boolean isAnswered(Preview preview) {
        return preview.problems().isEmpty();
    }

    private boolean isAsked(String code) {
        return way.preview().problems().stream()
                .anyMatch(problem -> problem.code().equals(code));
    }

    private FormatDetection detection() {
        return way.preview().detection();
    }

    private Div encoding(Mapping given) {
        String now = detection().format().charset().name();
        Select<String> field = select("import.encoding", with(now, ENCODINGS), now, value -> value);
        field.addValueChangeListener(change -> way.decide(
                given.withFormat(given.dateFormat(), given.decimal(), given.separator(), change.getValue()),
                Step.FORMAT,
                "import.encoding"));
        return shown(field, detection().charset());
    }

    private Div sheet(Mapping given) {
        Select<String> field =
                select("import.sheet", way.preview().sheets(), way.preview().sheet(), value -> value);
        field.addValueChangeListener(
                change -> way.decide(given.withSheet(change.getValue()), Step.FORMAT, "import.sheet"));
        Div block = new Div(field);
        block.addClassName("kp-finding");
        return block;
    }

    private Div separator(Mapping given) {
        char sign = detection().format().separator();
        String now = sign == '\t' ? "tab" : String.valueOf(sign);
        Select<String> field = select("import.separator", with(now, SEPARATORS), now, value -> switch (value) {
            case "," -> getTranslation("import.separator.comma");
            case ";" -> getTranslation("import.separator.semicolon");
            case "tab" -> getTranslation("import.separator.tab");
            default -> value;
        });
        field.addValueChangeListener(change -> way.decide(
                given.withFormat(given.dateFormat(), given.decimal(), change.getValue(), given.encoding()),
                Step.FORMAT,
                "import.separator"));
        return shown(field, detection().separator());
    }

    private Div decimal(Mapping given) {
        DecimalSign sign = detection().format().decimalSign();
        String now = sign == DecimalSign.DOT ? "." : sign == DecimalSign.COMMA ? "," : null;
        Consumer<String> decided = value -> way.decide(
                given.withFormat(given.dateFormat(), value, given.separator(), given.encoding()),
                Step.FORMAT,
                "import.decimal");
        return choice(
                "import.decimal",
                "ambiguous-decimals",
                List.of(".", ","),
                now,
                decided,
                detection().decimalSign());
    }

    private Div dates(Mapping given) {
        DatePattern pattern = detection().format().datePattern();
        String now = pattern == null ? null : pattern.pattern();
        List<String> likely = detection().datePattern().options().stream()
                .map(DatePattern::pattern)
                .distinct()
                .toList();
        List<String> options = isAsked("ambiguous-dates") && !likely.isEmpty()
                ? likely
                : with(now == null ? DATES.getFirst() : now, DATES);
        Consumer<String> decided = value -> way.decide(
                given.withFormat(value, given.decimal(), given.separator(), given.encoding()),
                Step.FORMAT,
                "import.dates");
        return choice(
                "import.dates",
                "ambiguous-dates",
                options,
                now,
                decided,
                detection().datePattern());
    }

    private Div choice(
            String key,
            String question,
            List<String> options,
            @Nullable String now,
            Consumer<String> decided,
            Finding<?> finding) {
        if (!isAsked(question)) {
            Select<String> field = select(key, options, now, value -> getTranslation(key + "." + value));
            field.setPlaceholder(getTranslation(finding.open() ? "import.cannot-tell" : "import.not-seen"));
            field.addValueChangeListener(change -> decided.accept(change.getValue()));
            return shown(field, finding);
        }
        RadioButtonGroup<String> field = new RadioButtonGroup<>(getTranslation(key));
        field.setId(key);
        field.setItems(options);
        field.setItemLabelGenerator(value -> getTranslation(key + "." + value));
        field.setRequiredIndicatorVisible(true);
        field.setHelperText(getTranslation("import.asked-once"));
        field.addValueChangeListener(change -> decided.accept(change.getValue()));
        open.add(field);
        return shown(field, finding);
    }

    private Select<String> select(
            String key,
            List<String> items,
            @Nullable String now,
            com.vaadin.flow.component.ItemLabelGenerator<String> words) {
        Select<String> field = new Select<>();
        field.setLabel(getTranslation(key));
        field.setId(key);
        field.setItems(items);
        field.setItemLabelGenerator(words);
        if (now != null && items.contains(now)) {
            field.setValue(now);
        }
        return field;
    }

    private Div shown(HasValue<?, String> field, Finding<?> finding) {
        Div block = new Div((com.vaadin.flow.component.Component) field);
        block.addClassName("kp-finding");
        finding.evidence().stream().limit(2).forEach(seen -> {
            Span words = new Span(Sentences.of(seen, getLocale()));
            words.addClassName("kp-quiet");
            block.add(words);
        });
        return block;
    }

    static List<String> with(@Nullable String now, List<String> usual) {
        Set<String> all = new LinkedHashSet<>(now == null ? List.of() : List.of(now));
        all.addAll(usual);
        return List.copyOf(all);
    }

    private Div firstRows() {
        NativeTable table = new NativeTable();
        NativeTableRow header = new NativeTableRow();
        detection().format().header().forEach(name -> header.add(headerCell(name)));
        table.add(new NativeTableHeader(header));
        var body = table.addBody();
        for (Row row : detection().firstRows()) {
            NativeTableRow line = body.addRow();
            row.cells().forEach(cell -> line.addDataCell().setText(cell));
        }
        Div scroll = new Div(table);
        scroll.addClassName("kp-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("import.first-rows"));
        return detection().firstRows().isEmpty() ? new Div(new Paragraph(getTranslation("import.no-rows"))) : scroll;
    }

    private static NativeTableHeaderCell headerCell(String name) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private void next() {
        if (open.isEmpty()) {
            way.go(Step.COLUMNS);
            return;
        }
        open.forEach(field -> {
            field.setErrorMessage(getTranslation("import.answer-first"));
            field.setInvalid(true);
        });
        open.getFirst().getElement().callJsFunction("focus");
    }
}
