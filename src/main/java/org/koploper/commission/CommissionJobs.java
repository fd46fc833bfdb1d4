package org.koploper.commission;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.commission.engine.Need;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What a new month moves without anybody doing anything: plans that pay in months without sales. */
@Configuration(proxyBeanMethods = false)
class CommissionJobs {

    private static final LocalTime NIGHT = LocalTime.of(0, 10);

    /** Every night, so that a month is not missed whose first night was; nothing is posted twice. */
    @Bean
    Task<Void> newMonth(CommissionRun run, Clock clock, TransactionTemplate transaction) {
        return Tasks.recurring("new-month", Schedules.daily(clock.getZone(), NIGHT))
                .execute((instance, context) -> transaction.executeWithoutResult(
                        status -> Caller.asSystem(() -> run.asking(Set.of(Need.EVERY_MONTH), "new-month"))));
    }
}
