package org.koploper.commission.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that pay can depend on for one payee.
 *
 * @param credits in any order
 * @param quotas the payee's own, where the plan does not state them
 * @param beside what is known beside the payee's own sales
 * @param openings what an earlier version of the plan leaves
 */
public record History(
        List<Credit> credits,
        Service service,
        List<OwnQuota> quotas,
        List<Score> scores,
        List<Payment> payments,
        List<Termination> terminations,
        Beside beside,
        List<Opening> openings) {

    public History {
        credits = List.copyOf(credits);
        quotas = List.copyOf(quotas);
        scores = List.copyOf(scores);
        payments = List.copyOf(payments);
        terminations = List.copyOf(terminations);
        openings = List.copyOf(openings);
    }

    /** Under the first version of a plan. */
    public History(
            List<Credit> credits,
            Service service,
            List<OwnQuota> quotas,
            List<Score> scores,
            List<Payment> payments,
            List<Termination> terminations,
            Beside beside) {
        this(credits, service, quotas, scores, payments, terminations, beside, List.of());
    }

    /** The same after an earlier version of the plan that leaves this. */
    public History after(List<Opening> left) {
        return new History(credits, service, quotas, scores, payments, terminations, beside, left);
    }

    @Nullable
    Opening opening(String component) {
        return openings.stream()
                .filter(one -> one.component().equals(component))
                .findFirst()
                .orElse(null);
    }

    /** All that somebody has sold, whoever that is. */
    List<Credit> of(Whose whose) {
        return switch (whose) {
            case OWN -> credits;
            case OVERLAY -> beside.overlay();
            case TEAM, EACH_MEMBER -> beside.team();
        };
    }

    /** Somebody whose pay depends on nobody else. */
    public History(
            List<Credit> credits,
            Service service,
            List<OwnQuota> quotas,
            List<Score> scores,
            List<Payment> payments,
            List<Termination> terminations) {
        this(credits, service, quotas, scores, payments, terminations, Beside.NOTHING);
    }

    /** Somebody of whom only the credits are known. */
    public static History of(List<Credit> credits) {
        return new History(credits, Service.ALWAYS, List.of(), List.of(), List.of(), List.of());
    }
}
