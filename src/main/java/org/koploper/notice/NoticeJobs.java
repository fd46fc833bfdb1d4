package org.koploper.notice;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself: mails every half minute, and once a night what is too old goes. One node at a time does it. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    /** How long a notice is kept. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    Task<Void> noticeMails(MailRun mails) {
        return Tasks.recurring("notice-mails", Schedules.fixedDelay(PAUSE)).execute((instance, context) -> mails.run());
    }

    @Bean
    Keeping noticesKept() {
        return () -> Kept.during("notices", KEPT, null);
    }

    @Bean
    Task<Void> oldNotices(NoticeRows rows, Clock clock) {
        return Tasks.recurring("old-notices", Schedules.daily(clock.getZone(), NIGHT))
                .execute((instance, context) ->
                        rows.deleteOlderThan(clock.instant().minus(KEPT)));
    }
}
