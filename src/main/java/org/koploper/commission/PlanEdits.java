package org.koploper.commission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.PlanFault;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as people change them on a screen: what somebody else changed since it was read is never overwritten unseen. */
@Service
public class PlanEdits {

    private static final String FINANCE = "hasAnyRole('FINANCE')";

    private final Plans plans;
    private final PlanRows rows;

    PlanEdits(Plans plans, PlanRows rows) {
        this.plans = plans;
        this.rows = rows;
    }

    /**
     * The next version, as {@link Plans#addVersion}.
     *
     * @param after number of the last version as the plan was read; 0 for none
     * @throws PlanChangedMeanwhile when another version was written since
     * @throws PlanFault naming what does not fit
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public PlanVersion addVersion(long plan, int after, LocalDate from, @Nullable LocalDate to, String document) {
        rows.lock(plan);
        List<PlanVersion> versions = rows.versions(plan);
        if ((versions.isEmpty() ? 0 : versions.getLast().number()) != after) {
            throw new PlanChangedMeanwhile();
        }
        return plans.addVersion(plan, from, to, document);
    }

    /**
     * Ends an assignment, as {@link Plans#end}.
     *
     * @param read the last day as it was read; null for no end
     * @throws PlanChangedMeanwhile when it has another last day by now
     * @throws PlanFault when it does not hold on that day
     */
    @PreAuthorize(FINANCE)
    @Transactional
    public void end(long assignment, @Nullable LocalDate read, LocalDate last) {
        rows.lock(rows.assignment(assignment).orElseThrow().plan());
        if (!Objects.equals(rows.assignment(assignment).orElseThrow().to(), read)) {
            throw new PlanChangedMeanwhile();
        }
        plans.end(assignment, last);
    }
}
