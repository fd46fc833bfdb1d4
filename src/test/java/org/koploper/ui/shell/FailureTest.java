package org.koploper.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What of a failure is written down. */
@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    @Test
    void theReferenceFindsTheCauseInTheLog(CapturedOutput log) {
        String reference = Failure.logged(new IllegalStateException("the cause of it"));

        assertThat(log).contains("ERROR", reference, "the cause of it");
    }

    @Test
    void aBrowserThatWentAwayIsNoError(CapturedOutput log) {
        Failure.logged(new ClientAbortException(new IOException("Broken pipe")));

        assertThat(log).doesNotContain("ERROR").doesNotContain("Broken pipe");
    }
}
