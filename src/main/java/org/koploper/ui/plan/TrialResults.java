package org.koploper.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.koploper.commission.FindingWords;
import org.koploper.commission.ReasonWords;
import org.koploper.commission.TriedPlan;
import org.koploper.commission.document.ExampleResult;
import org.koploper.commission.document.PlanLint;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Terms;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;

/** What a document that was tried promises in words, and what its examples come to. */
class TrialResults extends Div {

    private static final Set<String> FIGURES = Set.of("total", "drawn", "held");

    private final Div said = new Div();
    private final Div found = new Div();

    private final boolean writes;

    /** @param writes whether the reader could put it into force, and wants to know what speaks against it */
    TrialResults(boolean writes) {
        this.writes = writes;
        said.getElement().setAttribute("role", "status");
        found.addClassName("kp-cards");
        add(said, found);
    }

    void clear() {
        said.removeAll();
        found.removeAll();
    }

    void show(TriedPlan tried) {
        clear();
        long passed = tried.results().stream().filter(ExampleResult::pass).count();
        said.add(new H2(getTranslation("plans.text.results")));
        said.add(new Paragraph(
                tried.results().isEmpty()
                        ? getTranslation("plans.text.no-examples")
                        : getTranslation(
                                "plans.text.passed", passed, tried.results().size())));
        if (writes && tried.keptBack() != null) {
            Paragraph kept = new Paragraph(getTranslation("plans.text.kept-back", PlanWords.of(tried.keptBack())));
            kept.addClassName("kp-note");
            said.add(kept);
        }
        found.add(words(tried));
        List<PlanLint.Finding> findings = PlanLint.of(tried.document(), tried.terms());
        if (writes && !findings.isEmpty()) {
            found.add(findings(findings, tried));
        }
        tried.results().forEach(result -> found.add(tile(result, tried.terms())));
    }

    private Tile words(TriedPlan tried) {
        Tile tile = new Tile(getTranslation("plans.promises"));
        tile.add(PlanParts.of(tried.terms(), tried.document().late()));
        return tile;
    }

    private Tile findings(List<PlanLint.Finding> findings, TriedPlan tried) {
        FindingWords words =
                new FindingWords(UI.getCurrent().getLocale(), tried.terms().currency());
        Tile tile = new Tile(getTranslation("plans.text.findings"));
        findings.forEach(finding -> tile.add(new Paragraph(words.of(finding))));
        return tile;
    }

    private Tile tile(ExampleResult result, Terms terms) {
        Currency currency = terms.payCurrency();
        Tile tile = new Tile(result.example());
        tile.add(
                result.pass()
                        ? new StatusBadge("plans.text.pass", Tone.GOOD)
                        : new StatusBadge("plans.text.differs", Tone.BAD));
        ReasonWords words = ReasonWords.of(UI.getCurrent().getLocale(), terms);
        result.differences()
                .forEach(one -> tile.add(new Paragraph(getTranslation(
                        "plans.text.difference",
                        one.person() + ", " + what(one.what()),
                        Formats.here().money(one.expected(), currency),
                        Formats.here().money(one.actual(), currency)))));
        NativeDetails how = new NativeDetails(getTranslation("plans.text.how"));
        how.setOpen(!result.pass());
        how.setContent(lines(result, words));
        tile.add(how);
        return tile;
    }

    /** {@code total 2026-01} in the language of the reader; the name of a component and deal as it is. */
    private String what(String figure) {
        String word = figure.split(" ", 2)[0];
        return FIGURES.contains(word)
                ? getTranslation("plans.words.figure." + word) + figure.substring(word.length())
                : figure;
    }

    private static Component lines(ExampleResult result, ReasonWords words) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-worked");
        result.lines()
                .forEach((person, lines) -> told(lines).forEach(line -> {
                    Span where = new Span(person + ", " + Formats.here().month(line.month()) + ", " + line.component()
                            + (line.deal() == null ? "" : ", " + line.deal()) + ": ");
                    where.addClassName("kp-quiet");
                    list.add(new ListItem(where, new Span(words.sentence(line.reason()))));
                }));
        return list;
    }

    private static List<Line> told(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.kind() != LineKind.NOTHING_CREDITED)
                .toList();
    }
}
