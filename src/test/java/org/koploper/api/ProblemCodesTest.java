package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.ledger.NotClosed;

/** What a program may branch on is described, and says in words what to do about it. */
class ProblemCodesTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonWhyAMonthIsNotClosedHasACodeAndASentenceInBothLanguages(NotClosed.Reason reason) {
        String code = "period-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ProblemCodes.BY_STATUS.get(409)).contains(code);
        for (String language : new String[] {"en", "nl"}) {
            assertThat(ResourceBundle.getBundle("problems", Locale.of(language)).containsKey("problem." + code))
                    .as(language + " of " + code)
                    .isTrue();
        }
    }
}
