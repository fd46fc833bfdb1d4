package org.koploper.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.Remedies;

/**
 * How a file will be read, found out from the file and from what was said about it.
 *
 * @param remedies what was decided about problems
 * @param transforms by header, what is done with columns
 * @param blocking why it cannot be read as a whole; empty when it can
 * @param oddities about the file as a whole
 */
record Plan(
        RecordKind kind,
        FormatDetection detection,
        Mapping mapping,
        Remedies remedies,
        Map<String, Transform> transforms,
        List<UnusableMapping.Flaw> flaws,
        List<ImportProblem> blocking,
        List<ImportProblem> oddities) {

    private static final Set<String> BLOCKING =
            Set.of("empty-file", "header-missing", "duplicate-header", "too-many-columns", "unclosed-quote");
    private static final Set<Field.Type> DATES = Set.of(Field.Type.DATE, Field.Type.DATE_TIME);
    private static final Set<Field.Type> NUMBERS = Set.of(Field.Type.DECIMAL, Field.Type.RATE, Field.Type.INTEGER);

    static Plan of(Opened file, RecordKind kind, Mapping given) throws IOException {
        List<UnusableMapping.Flaw> flaws = new ArrayList<>();
        FormatDetection detection = FormatDetection.of(file.rows(), choice(given, file.workbook() != null, flaws));
        List<String> headers = detection.format().header();
        Mapping mapping = given.withColumns(ColumnNames.proposed(kind, headers, given.columns()));
        Map<String, Field> fields = kind.fields().stream().collect(Collectors.toMap(Field::name, field -> field));
        check(given, fields, new HashSet<>(headers), flaws);
        Decisions decisions = new Decisions(given, fields);
        flaws.addAll(decisions.flaws());
        Transforms transforms = new Transforms(mapping, new HashSet<>(headers), fields);
        flaws.addAll(transforms.flaws());

        List<ImportProblem> blocking = new ArrayList<>();
        List<ImportProblem> oddities = new ArrayList<>();
        if (file.refusal() != null) {
            // what was said of the columns of a file without columns is beside the point
            flaws.clear();
            blocking.add(file.refusal());
        } else {
            if (file.workbook() != null) {
                oddities.addAll(oddities(file.workbook()));
            }
            for (Problem found : detection.problems()) {
                boolean blocks = BLOCKING.contains(found.code());
                (blocks ? blocking : oddities)
                        .add(new ImportProblem(found.row(), found.column(), found.code(), blocks, found.args()));
            }
            if (blocking.isEmpty()) {
                blocking.addAll(openQuestions(detection, mapping, fields, given, transforms.byHeader()));
            }
            headers.stream()
                    .filter(header -> !header.isEmpty()
                            && mapping.columns().getOrDefault(header, "").isEmpty()
                            && !given.columns().containsKey(header)
                            && !transforms.byHeader().containsValue(new Transform.With(header)))
                    .forEach(header -> oddities.add(problem(header, "column-not-used", false)));
        }
        return new Plan(
                kind, detection, mapping, decisions.remedies(), transforms.byHeader(), flaws, blocking, oddities);
    }

    /** Adds that this very file was taken before. */
    void takenBefore(Import before, ZoneId zone) {
        String day = before.startedAt().atZone(zone).toLocalDate().toString();
        oddities.addFirst(problem(null, "already-imported", false, day, before.startedBy()));
    }

    /** Everything there is to say about the file as a whole. */
    List<ImportProblem> said() {
        return Stream.concat(blocking.stream(), oddities.stream()).toList();
    }

    private static ImportProblem problem(@Nullable String column, String code, boolean error, String... args) {
        return new ImportProblem(null, column, code, error, List.of(args));
    }

    /** What the eye would not notice in a spreadsheet. */
    private static List<ImportProblem> oddities(Workbook workbook) {
        List<ImportProblem> oddities = new ArrayList<>();
        if (workbook.sheets().size() > 1) {
            oddities.add(problem(
                    null,
                    "one-sheet-of-several",
                    false,
                    workbook.sheet(),
                    "" + (workbook.sheets().size() - 1)));
        }
        if (workbook.hiddenRows() > 0) {
            oddities.add(problem(null, "hidden-rows", false, "" + workbook.hiddenRows()));
        }
        if (workbook.formulas() > 0) {
            oddities.add(problem(null, "formulas-by-value", false, "" + workbook.formulas()));
        }
        return oddities;
    }

    /** What only a person can answer, asked once for the file and not once for every cell. */
    private static List<ImportProblem> openQuestions(
            FormatDetection detection,
            Mapping mapping,
            Map<String, Field> fields,
            Mapping given,
            Map<String, Transform> transforms) {
        // by code: the first column that needs an answer stands for all of them
        Map<String, ImportProblem> questions = new LinkedHashMap<>();
        for (String header : detection.format().header()) {
            Field field = fields.get(mapping.columns().getOrDefault(header, ""));
            if (field == null) {
                continue;
            }
            Transform transform = transforms.get(header);
            if (given.dateFormat() == null
                    && !(transform instanceof Transform.Dates)
                    && DATES.contains(field.type())
                    && detection.datePattern().open()
                    && detection.format().datePattern(header) == null) {
                questions.putIfAbsent(
                        "ambiguous-dates", problem(header, "ambiguous-dates", true, options(detection.datePattern())));
            }
            if (given.decimal() == null
                    && !(transform instanceof Transform.Decimals)
                    && NUMBERS.contains(field.type())
                    && detection.decimalSign().open()
                    && detection.decimalSign().evidence().stream().anyMatch(seen -> header.equals(seen.column()))) {
                questions.putIfAbsent("ambiguous-decimals", problem(header, "ambiguous-decimals", true));
            }
        }
        return List.copyOf(questions.values());
    }

    private static String options(Finding<DatePattern> dates) {
        return dates.options().stream().map(DatePattern::pattern).distinct().collect(Collectors.joining(", "));
    }

    private static FormatDetection.Choice choice(Mapping given, boolean workbook, List<UnusableMapping.Flaw> flaws) {
        // the rows of a workbook were written by ourselves
        Charset charset = workbook ? StandardCharsets.UTF_8 : null;
        if (given.encoding() != null && !workbook) {
            try {
                charset = Charset.forName(given.encoding());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                flaws.add(flaw("encoding", "unknown-encoding", given.encoding()));
            }
        }
        Character separator = workbook ? Character.valueOf(',') : null;
        if (given.separator() != null && !workbook) {
            if (given.separator().equals("tab")) {
                separator = '\t';
            } else if (given.separator().length() == 1
                    && "\"\r\n".indexOf(given.separator().charAt(0)) < 0) {
                separator = given.separator().charAt(0);
            } else {
                flaws.add(flaw("separator", "unknown-separator", given.separator()));
            }
        }
        DecimalSign sign = null;
        if (given.decimal() != null) {
            switch (given.decimal()) {
                case "." -> sign = DecimalSign.DOT;
                case "," -> sign = DecimalSign.COMMA;
                default -> flaws.add(flaw("decimal", "unknown-decimal-sign", given.decimal()));
            }
        }
        DatePattern dates = null;
        if (given.dateFormat() != null) {
            switch (DatePattern.of(given.dateFormat())) {
                case Parsed.Value<DatePattern>(DatePattern pattern) -> dates = pattern;
                case Parsed.Refused<DatePattern>(String code, List<String> args) ->
                    flaws.add(new UnusableMapping.Flaw("dateFormat", code, args));
            }
        }
        return new FormatDetection.Choice(charset, separator, sign, dates, workbook);
    }

    private static void check(
            Mapping given, Map<String, Field> fields, Set<String> headers, List<UnusableMapping.Flaw> flaws) {
        Set<String> taken = new HashSet<>();
        given.columns().forEach((header, field) -> {
            if (!headers.contains(header)) {
                flaws.add(flaw("columns." + header, "unknown-column", header));
            }
            if (!field.isEmpty() && !fields.containsKey(field)) {
                flaws.add(flaw("columns." + header, "unknown-field", field));
            } else if (!field.isEmpty() && !taken.add(field)) {
                flaws.add(flaw("columns." + header, "field-mapped-twice", field));
            }
        });
        given.values().keySet().stream()
                .filter(field -> !fields.containsKey(field))
                .forEach(field -> flaws.add(flaw("values." + field, "unknown-field", field)));
        given.defaults().forEach((name, text) -> {
            Field field = fields.get(name);
            if (field == null) {
                flaws.add(flaw("defaults." + name, "unknown-field", name));
            } else if (!text.isEmpty() && CellReading.OURS.read(field, text) instanceof Parsed.Refused<?> refused) {
                flaws.add(new UnusableMapping.Flaw("defaults." + name, refused.code(), refused.args()));
            }
        });
    }

    private static UnusableMapping.Flaw flaw(String place, String code, String arg) {
        return new UnusableMapping.Flaw(place, code, List.of(Values.shortened(arg)));
    }
}
