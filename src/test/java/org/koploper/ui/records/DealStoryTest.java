package org.koploper.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.records.RecordEdits;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a deal was since when, on its page. */
class DealStoryTest extends ScreenTest {

    @Autowired
    RecordEdits edits;

    private String id;

    @BeforeEach
    void aDealThatGrewAndChangedHands() {
        id = Caller.asSystem(() -> edits.create(
                        "deals",
                        new HashMap<>(Map.of(
                                "name",
                                "Story",
                                "owner",
                                "P" + scene.an.value(),
                                "stage",
                                "QUOTED",
                                "engagedOn",
                                LocalDate.of(2026, 2, 10),
                                "quotedOn",
                                LocalDate.of(2026, 3, 10),
                                "value",
                                new BigDecimal("1000"),
                                "currency",
                                "EUR"))))
                .externalId();
        Caller.asSystem(
                () -> edits.change("deals", id, 0, new HashMap<>(Map.of("value", new BigDecimal("1500"))), "grew"));
    }

    @Test
    void whoMaySeeTheDealReadsItsStagesAndWhatChangedWithThem() {
        Browser browser = in(scene.asAn());
        browser.open("record/deals/" + id);

        assertThat(browser.text())
                .contains("What became of it")
                .contains(
                        "Engaging, €1,000.00, An Anders since 10 Feb 2026",
                        "Stage from Engaging → to Quoted since 10 Mar 2026",
                        "Value from €1,000.00 → to €1,500.00 since");
    }

    @Test
    void whoMayNotSeeTheDealReadsNothing() {
        assertThat(in(scene.asBo()).open("record/deals/" + id).getClass().getSimpleName())
                .isEqualTo("NotFoundPage");
    }
}
