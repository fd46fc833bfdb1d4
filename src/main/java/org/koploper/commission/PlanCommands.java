package org.koploper.commission;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koploper.commission.document.ExampleResult;
import org.koploper.commission.document.Examples;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanLint;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Reason;
import org.koploper.money.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Tries plan documents without database or server: all examples pass (0), one differs (1), a file is unreadable (2). */
@Command(name = "plan", description = "About plan documents: no database, no server.")
public final class PlanCommands {

    private static final int PASS = 0;
    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Locale locale;

    /** @param locale of whoever reads the answers */
    public PlanCommands(PrintStream out, PrintStream err, Locale locale) {
        this.out = out;
        this.err = err;
        this.locale = locale;
    }

    @Command(name = "test", description = "Holds each plan to its own examples.")
    int test(
            @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
            @Option(names = "--json", description = "all figures, lines and reasons as JSON") boolean json) {
        List<ExampleAnswer> answers = new ArrayList<>();
        int exit = PASS;
        for (Path file : files) {
            try {
                PlanDocument plan = read(file);
                ReasonWords words = ReasonWords.of(locale, plan.terms());
                for (ExampleResult result : Examples.run(plan)) {
                    answers.add(ExampleAnswer.of(file.toString(), result, words));
                }
            } catch (PlanFault fault) {
                err.println(place(file, fault) + new FaultWords(locale).of(fault));
                exit = UNREADABLE;
            }
        }
        if (exit == PASS && answers.stream().anyMatch(answer -> !answer.pass())) {
            exit = DIFFERS;
        }
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(answers));
        } else {
            answers.forEach(this::print);
            long passed = answers.stream().filter(ExampleAnswer::pass).count();
            out.println(passed + " of " + answers.size() + " examples pass, in " + files.size() + " files.");
        }
        return exit;
    }

    @Command(name = "explain", description = "Says why somebody in an example is paid what they are.")
    int explain(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--example", required = true, paramLabel = "NAME", description = "or its number, from 1")
                    String name,
            @Option(names = "--person", paramLabel = "ID", description = "all, where none is named") String person) {
        try {
            PlanDocument plan = read(file);
            ReasonWords words = ReasonWords.of(locale, plan.terms());
            List<ExampleResult> results = Examples.run(plan);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).example().equals(name) || name.equals(Integer.toString(i + 1))) {
                    results.get(i).lines().forEach((id, lines) -> {
                        if (person == null || person.equals(id)) {
                            explain(id, lines, words);
                        }
                    });
                    return PASS;
                }
            }
            err.println(file + " has no example " + name + ".");
        } catch (PlanFault fault) {
            err.println(place(file, fault) + new FaultWords(locale).of(fault));
        }
        return UNREADABLE;
    }

    @Command(name = "lint", description = "Looks for what people would not expect, and shows the sales that show it.")
    int lint(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        int exit = PASS;
        int found = 0;
        for (Path file : files) {
            try {
                PlanDocument plan = read(file);
                FindingWords words = new FindingWords(locale, plan.terms().currency());
                for (PlanLint.Finding finding : PlanLint.of(plan, plan.terms())) {
                    out.println(file + ": " + finding.path() + ": " + words.of(finding));
                    found++;
                }
            } catch (PlanFault fault) {
                err.println(place(file, fault) + new FaultWords(locale).of(fault));
                exit = UNREADABLE;
            }
        }
        out.println(found + " findings in " + files.size() + " files.");
        return exit == PASS && found > 0 ? DIFFERS : exit;
    }

    private static PlanDocument read(Path file) {
        try {
            return PlanDocument.parse(Files.readString(file));
        } catch (IOException e) {
            throw new PlanFault("", "not-readable", String.valueOf(e.getMessage()));
        }
    }

    /** Where an editor finds it: file, line and column, and the field. */
    private static String place(Path file, PlanFault fault) {
        String at = fault.line() == 0 ? "" : ":" + fault.line() + ":" + fault.column();
        return file + at + ": " + (fault.path().isEmpty() ? "" : fault.path() + ": ");
    }

    private void print(ExampleAnswer answer) {
        out.println((answer.pass() ? "pass     " : "DIFFERS  ") + answer.file() + ": " + answer.example());
        for (int i = 0; i < answer.expected().size(); i++) {
            ExampleAnswer.Figure expected = answer.expected().get(i);
            out.println("         " + expected.person() + ", " + expected.what() + ": expected " + expected.amount()
                    + ", pays " + answer.actual().get(i).amount());
            answer.lines().stream()
                    .filter(line -> line.person().equals(expected.person()))
                    .forEach(line -> out.println(
                            "           " + line.month() + " " + line.component() + ": " + line.sentence()));
        }
    }

    private void explain(String person, List<Line> lines, ReasonWords words) {
        for (Line line : lines) {
            if (line.kind() != LineKind.NOTHING_CREDITED) {
                out.println(
                        person + " " + line.month() + " " + line.component() + ": " + words.sentence(line.reason()));
                tree(line.reason(), words, 1);
            }
        }
        out.println(person + " in all: "
                + Decimals.plain(
                        lines.stream().map(Line::amount).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)));
    }

    private void tree(Reason reason, ReasonWords words, int depth) {
        String how = words.formula(reason);
        String source = words.source(reason);
        out.println("  ".repeat(depth) + words.number(reason) + "  " + words.label(reason)
                + (how.isEmpty() ? "" : " = " + how) + (source.isEmpty() ? "" : "  [" + source + "]"));
        reason.operands().forEach(operand -> tree(operand, words, depth + 1));
    }
}
