package org.koploper.sales;

import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After how many days without contact a quote waits in this organisation, where a reader does not ask for another number. */
@Service
public class WaitingDays {

    private static final Trail.Subject SALES = new Trail.Subject("sales-settings", "1", "Sales");

    private final JdbcClient jdbc;
    private final Trail trail;

    WaitingDays(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** 0 to {@value WaitingQuery#MOST_DAYS}; fourteen until somebody says otherwise. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public int get() {
        return jdbc.sql("select quote_waits_days from sales_settings where id = 1")
                .query(Integer.class)
                .single();
    }

    /**
     * Says so for everybody from now on.
     *
     * @param days 0 to {@value WaitingQuery#MOST_DAYS}
     * @throws IllegalArgumentException for any other number
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void set(int days) {
        if (days < 0 || days > WaitingQuery.MOST_DAYS) {
            throw new IllegalArgumentException(days + " days");
        }
        int before = get();
        if (before != days) {
            jdbc.sql("update sales_settings set quote_waits_days = :days where id = 1")
                    .param("days", days)
                    .update();
            trail.record("sales.waiting-days-set", SALES, String.valueOf(before), String.valueOf(days), null);
        }
    }
}
