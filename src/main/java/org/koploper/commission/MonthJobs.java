package org.koploper.commission;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.YearMonth;
import org.koploper.access.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What pays without a sale (a draw, a holdback whose time has come, a least for each month) is posted as the month begins. */
@Configuration(proxyBeanMethods = false)
class MonthJobs {

    /** Every night: one that was missed is made good, and what is right already gets no entry. */
    private static final LocalTime NIGHT = LocalTime.of(0, 5);

    @Bean
    Task<Void> payWithoutSales(CommissionRun run, TransactionTemplate transaction, Clock clock) {
        return Tasks.recurring("pay-without-sales", Schedules.daily(clock.getZone(), NIGHT))
                .execute((instance, context) ->
                        Caller.asSystem(() -> transaction.executeWithoutResult(status -> begin(run, clock))));
    }

    static void begin(CommissionRun run, Clock clock) {
        run.goingOn("month-begun " + YearMonth.now(clock));
    }
}
