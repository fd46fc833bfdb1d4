package org.koploper.commission;

import java.time.YearMonth;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.PlanInForce;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The components of a plan that have no line in a month, for those who may see somebody's pay. A run posts nothing about
 * them, so the engine is asked again, with all that a run would give it.
 */
@Service
public class NothingCredited {

    private final RunGroup groups;

    NothingCredited(RunGroup groups) {
        this.groups = groups;
    }

    /** A component to which nothing is credited, and the engine's word for it. */
    public record Part(PlanInForce plan, String component, Reason reason) {}

    /** By plan, in its order; none where no plan pays in that month. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<Part> in(PersonId person, YearMonth month) {
        return Caller.asSystem(() -> groups.nothingCredited(person, month)).stream()
                .flatMap(earned -> earned.lines().stream()
                        .map(line -> new Part(plan(earned.piece()), line.component(), line.reason())))
                .toList();
    }

    private static PlanInForce plan(Piece piece) {
        return new PlanInForce(
                piece.plan().name(), piece.version().number(), piece.plan().currency());
    }
}
