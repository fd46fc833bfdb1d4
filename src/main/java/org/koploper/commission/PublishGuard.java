package org.koploper.commission;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Exchange;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.PayTerms;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;

/**
 * Decides whether a document may pay people: it can be read, pays what its own examples say, and asks for nothing that the
 * monthly run is not told, since it would pay wrongly in silence. Pure.
 */
final class PublishGuard {

    /** What the run tells the engine beside amounts, days and shares. */
    private static final Set<Need> TOLD = Set.of();

    private PublishGuard() {}

    /** @throws PlanFault with the place in the document and what to do about it */
    static void admit(String document, PlanRef plan, int version, Validity validity) {
        try {
            PlanDocument read = PlanDocument.parse(document);
            PlanDocument.Header header = read.header();
            if (header != null && !header.currency().equals(plan.currency())) {
                throw new PlanFault(
                        "plan.currency",
                        "other-currency",
                        header.currency().getCurrencyCode(),
                        plan.currency().getCurrencyCode());
            }
            Terms terms = read.terms(plan.name(), version, plan.currency(), validity);
            refuseUnlessTold(terms);
            read.keepExamples(plan.name(), version, plan.currency());
        } catch (PlanFault fault) {
            throw fault.in(document);
        }
    }

    private static void refuseUnlessTold(Terms terms) {
        for (int i = 0; i < terms.components().size(); i++) {
            Optional<Need> missing = terms.components().get(i).needs().stream()
                    .filter(need -> !TOLD.contains(need))
                    .findFirst();
            if (missing.isPresent()) {
                throw new PlanFault(
                        "components[" + i + "]",
                        "run-knows-no-"
                                + missing.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        if (!terms.pay().equals(PayTerms.AT_ONCE)) {
            throw new PlanFault("pay", "run-knows-no-settlement");
        }
        if (!terms.exchange().equals(Exchange.CLOSE)) {
            throw new PlanFault("exchange", "run-knows-no-exchange");
        }
        if (terms.rounding().eachStep()) {
            throw new PlanFault("rounding.each_step", "run-knows-no-each-step");
        }
    }
}
