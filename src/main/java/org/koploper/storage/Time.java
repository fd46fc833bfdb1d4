package org.koploper.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the product; tests put their own in its place. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    HouseClock clock() {
        return new HouseClock();
    }
}
