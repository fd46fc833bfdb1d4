package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalBook;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalQuery;
import org.koploper.period.Period;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;

/** The goals of the demo tell a story. */
@OnDemo
class DemoGoalsTest {

    @Autowired
    GoalBook book;

    @Autowired
    Clock clock;

    @Test
    void twentyPercentTurnedOutTooMuchAndTheOldGoalStaysVisible() {
        GoalDetail team = found(DemoGoals.ANTWERP);

        assertThat(team.smart().acceptance()).isEqualTo(Acceptance.ACCEPTED);
        assertThat(team.stand().agreed().terms().growth()).isBetween(new BigDecimal("0.139"), new BigDecimal("0.141"));
        assertThat(team.versions()).singleElement().satisfies(old -> {
            assertThat(old.terms().growth()).isBetween(new BigDecimal("0.199"), new BigDecimal("0.201"));
            assertThat(old.reason()).isNotBlank();
        });
        assertThat(team.stand().value()).isPositive();
        assertThat(team.smart().history()).isNotNull();
    }

    @Test
    void oneAcceptedOneWantsToTalkAndOneHasNotAnswered() {
        GoalDetail team = found(DemoGoals.ANTWERP);
        Map<String, Acceptance> parts = team.parts().stream()
                .collect(Collectors.toMap(
                        part -> part.externalId(),
                        part -> found(part.externalId()).smart().acceptance()));

        assertThat(parts)
                .containsEntry(DemoGoals.OF_AN, Acceptance.ACCEPTED)
                .containsEntry(DemoGoals.OF_WOUT, Acceptance.DISCUSSED)
                .containsEntry(DemoGoals.OF_NELE, Acceptance.PROPOSED);
        BigDecimal all = team.parts().stream().map(part -> part.target()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all).isLessThan(team.stand().target());
    }

    @Test
    void whatCameFromTheListOfTargetsIsAGoalToo() {
        Period month = Period.month(LocalDate.now(clock));

        assertThat(Caller.asSystem(() -> book.list(GoalQuery.of(month))))
                .extracting(AgreedGoal::externalId)
                .contains(DemoGoals.CLOSING, "G-" + Cast.AN + "-" + month.key());
    }

    private GoalDetail found(String goal) {
        return Caller.asSystem(() -> book.find(goal)).orElseThrow();
    }
}
