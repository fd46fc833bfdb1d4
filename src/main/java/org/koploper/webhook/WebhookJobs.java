package org.koploper.webhook;

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

/** What happens by itself: deliveries every few seconds, and once a night what is too old goes. One node at a time does it. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {

    /** How long a delivery is kept, whatever became of it. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    Task<Void> webhookDeliveries(DeliveryRun deliveries) {
        return Tasks.recurring("webhook-deliveries", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> deliveries.run());
    }

    @Bean
    Keeping webhookDeliveriesKept() {
        return () -> Kept.during("webhook-deliveries", KEPT, null);
    }

    @Bean
    Task<Void> oldWebhookDeliveries(DeliveryRows rows, Clock clock) {
        return Tasks.recurring("old-webhook-deliveries", Schedules.daily(clock.getZone(), NIGHT))
                .execute((instance, context) ->
                        rows.deleteOlderThan(clock.instant().minus(KEPT)));
    }
}
