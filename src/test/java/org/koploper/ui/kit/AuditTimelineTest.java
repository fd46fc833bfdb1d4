package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AuditTimeline.Change;
import org.koploper.ui.kit.AuditTimeline.Entry;

class AuditTimelineTest extends ScreenTest {

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void anEntrySaysWhatWhenByWhomWhyAndWhatWasBeforeAndAfter() {
        AuditTimeline timeline = new AuditTimeline(List.of(Entry.of("Won a deal", "2 Nov 2026")
                .by("Mia", "signed")
                .changing(List.of(new Change("Stage", "Quoted", "Won"), new Change("Value", "", "€100")))));

        assertThat(timeline.getElement().getTag()).isEqualTo("ol");
        assertThat(timeline.getElement().getAttribute("role")).isEqualTo("list");
        assertThat(timeline.getElement().getTextRecursively())
                .contains("Won a deal", "2 Nov 2026 · Mia · signed", "StagefromQuoted→toWon", "Valuefrom–→to€100");
    }

    @Test
    void whatIsNotKnownLeavesNoTrace() {
        assertThat(new AuditTimeline(List.of(Entry.of("Joined", "2 Nov 2026").by(null, "")))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Joined2 Nov 2026");
    }

    @Test
    void whatHoldsTodayStandsOut() {
        AuditTimeline timeline = new AuditTimeline(List.of(
                Entry.of("team West", "since 2020").holding(true),
                Entry.of("team East", "until 2019").holding(false)));

        assertThat(timeline.getElement()
                        .getChildren()
                        .map(item -> item.getClassList().contains("kp-timeline-now")))
                .containsExactly(true, false);
    }
}
