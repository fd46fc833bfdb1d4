package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** What keeps a session alive is what somebody does, and nothing that a page does by itself. */
class IdleTest {

    private static final PersonId AN = new PersonId(1);

    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final SessionTable table = new SessionTable(moving(), new IdleLimit(Duration.ofHours(8)));
    private final MockHttpSession session = new MockHttpSession();

    private Clock moving() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void requested(String kind) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setParameter("v-r", kind);
        table.seen(session, AN, request);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void anOpenPageThatAsksByItselfIsNotSomebodyWhoIsThere() {
        requested("uidl");
        for (int hour = 0; hour < 8; hour++) {
            later(Duration.ofHours(1));
            requested("heartbeat");
            requested("uidl");
        }
        assertThat(table.isIdle(session)).isFalse();

        later(Duration.ofSeconds(1));
        assertThat(table.isIdle(session)).isTrue();
    }

    @Test
    void whoDoesSomethingHasTheWholeTimeAgain() {
        requested("uidl");
        later(Duration.ofHours(7));
        table.acted(session.getId());
        later(Duration.ofHours(8));
        assertThat(table.isIdle(session)).isFalse();
    }

    @Test
    void idleSessionsEndWithoutAnyRequestAndOthersStay() {
        requested("uidl");
        MockHttpSession busy = new MockHttpSession();
        table.seen(busy, AN, new MockHttpServletRequest());
        later(Duration.ofHours(9));
        table.acted(busy.getId());

        assertThat(table.endIdle()).isEqualTo(1);

        assertThat(SessionTable.ended(session)).isTrue();
        assertThat(SessionTable.ended(busy)).isFalse();
        assertThat(table.of(AN)).hasSize(1);
    }

    @Test
    void theQuestionComesTwoMinutesBeforeOrHalfwayWhereThatIsSooner() {
        assertThat(new IdleLimit(Duration.ofHours(8)).warning()).isEqualTo(Duration.ofMinutes(2));
        assertThat(new IdleLimit(Duration.ofMinutes(3)).warning()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aLimitThatNobodyCouldWorkWithIsRefused() {
        assertThatThrownBy(() -> new IdleLimit(Duration.ZERO)).hasMessageContaining("koploper.sign-in.idle");
    }
}
