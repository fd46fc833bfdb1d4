package org.koploper.commission.engine;

import java.util.List;

/**
 * All that pay can depend on for one payee.
 *
 * @param credits in any order
 * @param quotas the payee's own, where the plan does not state them
 */
public record History(List<Credit> credits, Service service, List<OwnQuota> quotas, List<Score> scores) {

    public History {
        credits = List.copyOf(credits);
        quotas = List.copyOf(quotas);
        scores = List.copyOf(scores);
    }

    /** Somebody of whom only the credits are known. */
    public static History of(List<Credit> credits) {
        return new History(credits, Service.ALWAYS, List.of(), List.of());
    }
}
