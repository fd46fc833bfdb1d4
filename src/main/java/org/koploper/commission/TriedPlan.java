package org.koploper.commission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.ExampleResult;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Terms;

/**
 * A document that was tried and can be read: nothing is stored and nobody is paid by it.
 *
 * @param terms as they would be under the plan
 * @param results of its examples, in their order
 * @param keptBack why it cannot be put into force as it is; null where nothing speaks against it
 */
public record TriedPlan(
        PlanDocument document,
        Terms terms,
        List<ExampleResult> results,
        @Nullable PlanFault keptBack) {

    /**
     * Tries it.
     *
     * @param plan that it is written for; null where its own header says what it is called
     * @param version that it would be
     * @throws PlanFault with its place, when it cannot be read
     */
    public static TriedPlan of(String text, @Nullable PlanRef plan, int version) {
        try {
            PlanDocument document = PlanDocument.parse(text);
            PlanRef under = plan == null ? named(document.header()) : plan;
            Terms terms = PublishGuard.terms(document, under, version);
            List<ExampleResult> results = document.tried(under.name(), version, under.currency());
            return new TriedPlan(document, terms, results, keptBack(text, document, under, terms, results));
        } catch (PlanFault fault) {
            throw fault.in(text);
        }
    }

    private static PlanRef named(PlanDocument.@Nullable Header header) {
        if (header == null) {
            throw new PlanFault("plan", "missing");
        }
        return new PlanRef(0, "", header.name(), header.currency());
    }

    private static @Nullable PlanFault keptBack(
            String text, PlanDocument document, PlanRef plan, Terms terms, List<ExampleResult> results) {
        try {
            PublishGuard.refuse(document, plan, terms, results);
            return null;
        } catch (PlanFault fault) {
            return fault.in(text);
        }
    }
}
