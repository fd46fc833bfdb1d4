package org.koploper;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms and the ways between them are those that their package-info files declare; cycles are none. */
class ModulesTest {

    @Test
    void everyRoomKeepsToItsDeclaredDependencies() {
        ApplicationModules.of(Koploper.class).verify();
    }
}
