package org.koploper;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Whoever starts the product with something wrong reads a sentence. */
class StartFailureTest {

    private final StartFailure failures = new StartFailure();

    @Test
    void whatWeRefuseIsSaidAsWeSayIt() {
        Exception refused = new IllegalStateException("KOPLOPER_ADMIN_TOKEN must have 32 to 200 characters; it has 5.");

        FailureAnalysis said = Objects.requireNonNull(
                failures.analyze(new BeanCreationException("Error creating bean with name 'apiTokens'", refused)));

        assertThat(said.getDescription()).isEqualTo(refused.getMessage());
        assertThat(said.getAction()).contains("docs/operations.md");
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsNamedAsThat() {
        SQLException locked = new SQLException("Database lock acquisition failure", "S1000", -451);

        FailureAnalysis said = Objects.requireNonNull(failures.analyze(new IllegalArgumentException("flyway", locked)));

        assertThat(said.getDescription()).startsWith("Another process has the database");
    }

    @Test
    void whatOthersSayIsLeftToThem() {
        assertThat(failures.analyze(new IllegalArgumentException("Invalid port")))
                .isNull();
        assertThat(failures.analyze(new BeanCreationException("a bean", new SQLException("away"))))
                .isNull();
    }

    @Test
    void theProductAsksItWhenItDoesNotStart() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(
                                FailureAnalyzer.class,
                                SpringFactoriesLoader.FailureHandler.logging(
                                        org.apache.commons.logging.LogFactory.getLog(getClass()))))
                .anyMatch(StartFailure.class::isInstance);
    }
}
