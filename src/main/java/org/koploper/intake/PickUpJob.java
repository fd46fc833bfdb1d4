package org.koploper.intake;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into the import folder again and again, where one is set; one node at a time does it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("koploper.pickup.folder")
class PickUpJob {

    @Bean
    Task<Void> importFolder(
            @Value("${koploper.pickup.folder}") Path folder,
            @Value("${koploper.pickup.quiet:1m}") Duration quiet,
            @Value("${koploper.pickup.every:30s}") Duration every,
            Imports imports,
            RecordKinds kinds,
            ImportRows rows,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        PickUp pickUp = new PickUp(new PickUpFolder(folder, quiet), imports, kinds, rows, ids, clock, events);
        return Tasks.recurring("import-folder", Schedules.fixedDelay(every))
                .execute((instance, context) -> pickUp.run());
    }
}
