package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.koploper.commission.NothingCredited;
import org.koploper.commission.Reasons;
import org.koploper.commission.Zero;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.PlanInForce;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ui.kit.ExplainTree;
import org.koploper.ui.kit.Money;

/** The components of a statement that pay nothing, each with the sentence that says why and the tree behind it. */
class WhyZero extends Div {

    private record Part(PlanInForce plan, String component) {}

    /**
     * @param uncredited components without a line
     * @param open whether the trees are open at first
     * @param toggled told when the reader opens or closes one
     */
    WhyZero(
            Statement statement,
            List<NothingCredited.Part> uncredited,
            Sources.Links links,
            boolean open,
            Consumer<Boolean> toggled) {
        addClassName("kp-zeros");
        zeros(statement, uncredited).forEach((part, reason) -> add(zero(part, reason, links, open, toggled)));
    }

    /** Whether there is no such component. */
    boolean isEmpty() {
        return getChildren().findAny().isEmpty();
    }

    /** What has lines is explained by them; of the rest the engine says that nothing is credited. */
    private static Map<Part, Reason> zeros(Statement statement, List<NothingCredited.Part> uncredited) {
        Map<Part, List<StatementLine>> lines = new LinkedHashMap<>();
        statement
                .lines()
                .forEach(line -> lines.computeIfAbsent(
                                new Part(
                                        new PlanInForce(line.plan(), line.version(), line.currency()),
                                        line.component()),
                                part -> new ArrayList<>())
                        .add(line));
        Map<Part, Reason> zeros = new LinkedHashMap<>();
        Set<String> posted = new HashSet<>();
        lines.forEach((part, own) -> {
            posted.add(part.component());
            if (own.stream()
                            .map(StatementLine::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .signum()
                    == 0) {
                zeros.put(
                        part,
                        Zero.sum(own.stream()
                                .map(line -> Reasons.read(line.reason()))
                                .toList()));
            }
        });
        uncredited.stream()
                .filter(one -> !posted.contains(one.component()))
                .forEach(one -> zeros.put(new Part(one.plan(), one.component()), one.reason()));
        return zeros;
    }

    private NativeDetails zero(Part part, Reason reason, Sources.Links links, boolean open, Consumer<Boolean> toggled) {
        Currency currency = part.plan().currency();
        Explanation explanation = new Explanation(reason, currency, getLocale());
        Span name = new Span(part.component());
        name.addClassName("kp-strong");
        Div summary = new Div(
                name,
                new Money(BigDecimal.ZERO.setScale(Math.max(0, currency.getDefaultFractionDigits())), currency),
                new Span(getTranslation("statement.why")));
        summary.addClassName("kp-zero");
        Paragraph plan = new Paragraph(getTranslation(
                "statement.by-plan",
                part.plan().name(),
                String.valueOf(part.plan().version()),
                part.component()));
        plan.addClassName("kp-quiet");
        NativeDetails details = new NativeDetails(
                summary,
                new Div(new Paragraph(explanation.zero()), new ExplainTree(explanation.tree(links::to)), plan));
        details.setOpen(open);
        details.addToggleListener(toggle -> {
            if (toggle.isFromClient()) {
                toggled.accept(toggle.isOpened());
            }
        });
        return details;
    }
}
