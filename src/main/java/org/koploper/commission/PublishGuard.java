package org.koploper.commission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.koploper.commission.document.ExampleResult;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;
import org.koploper.sales.Goods;

/**
 * Decides whether a document may pay people: it can be read, pays what its own examples say, and asks for nothing that the
 * monthly run is not told, since it would pay wrongly in silence. Pure.
 */
final class PublishGuard {

    private PublishGuard() {}

    /** @throws PlanFault with the place in the document and what to do about it */
    static void admit(String document, PlanRef plan, int version, Validity validity) {
        TriedPlan tried = TriedPlan.of(document, plan, version);
        PlanDocument.Header header = tried.document().header();
        if (header != null && !(header.from().equals(validity.from()) && Objects.equals(header.to(), validity.to()))) {
            throw new PlanFault("plan.valid", "other-days").in(document);
        }
        if (tried.keptBack() != null) {
            throw tried.keptBack();
        }
    }

    static Terms terms(PlanDocument document, PlanRef plan, int version) {
        PlanDocument.Header header = document.header();
        Validity days = header == null ? new Validity(LocalDate.EPOCH, null) : new Validity(header.from(), header.to());
        return document.terms(plan.name(), version, plan.currency(), days);
    }

    /** What speaks against it; its days are left to whoever knows when it shall hold. */
    static void refuse(PlanDocument document, PlanRef plan, Terms terms, List<ExampleResult> results) {
        PlanDocument.Header header = document.header();
        if (header != null && !header.currency().equals(plan.currency())) {
            throw new PlanFault(
                    "plan.currency",
                    "other-currency",
                    header.currency().getCurrencyCode(),
                    plan.currency().getCurrencyCode());
        }
        PlanDocument.refuseDifferences(results);
        for (int i = 0; i < terms.components().size(); i++) {
            Component component = terms.components().get(i);
            if (component.needs().contains(Need.QUOTAS)
                    && Circumstances.metric(component).isEmpty()) {
                throw new PlanFault("components[" + i + "]", "run-knows-no-" + Reasons.code(Need.QUOTAS));
            }
        }
        refuseUnknownTraits(terms);
    }

    /** What is never told would never be chosen, and nobody would see why. */
    private static void refuseUnknownTraits(Terms terms) {
        for (int i = 0; i < terms.components().size(); i++) {
            Component component = terms.components().get(i);
            Set<String> told = new TreeSet<>(Goods.TRAITS);
            if (component.needs().contains(Need.TEAM)) {
                told.addAll(List.of(Beside.MEMBER, Beside.LEVEL));
            }
            for (String trait : component.traits()) {
                if (!told.contains(trait)) {
                    throw new PlanFault("components[" + i + "]", "run-knows-no-trait", trait, String.join(", ", told));
                }
            }
        }
    }
}
