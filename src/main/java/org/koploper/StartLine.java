package org.koploper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The line that whoever starts the product looks for: where it answers and where the data lies. */
@Component
class StartLine {

    private static final Logger LOG = LoggerFactory.getLogger(Koploper.class);

    private final Environment environment;

    StartLine(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info("Koploper answers at http://localhost:{} (data in {})", port, place());
        }
    }

    private @Nullable String place() {
        if (environment.acceptsProfiles(Profiles.of("postgres"))) {
            // what follows the question mark may hold a password
            return environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        }
        return environment.getProperty("koploper.in-memory", boolean.class, false)
                ? "memory"
                : Path.of(environment.getRequiredProperty("koploper.data"))
                        .toAbsolutePath()
                        .normalize()
                        .toString();
    }
}
