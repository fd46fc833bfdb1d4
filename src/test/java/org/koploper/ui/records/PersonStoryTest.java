package org.koploper.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where somebody was, is and will be, in words; for those who may know. */
class PersonStoryTest extends ScreenTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @BeforeEach
    void anWasElsewhereBeforeAndWorksFourDaysFromAFarDayOn() {
        jdbc.sql("insert into memberships (id, person_id, team_id, from_day, to_day) values (?, ?, ?, ?, ?)")
                .params(
                        ids.next(),
                        scene.an.value(),
                        scene.team.value(),
                        LocalDate.of(2018, 1, 1),
                        LocalDate.of(2019, 12, 31))
                .update();
        jdbc.sql(
                        "insert into employments (id, person_id, from_day, to_day, part_time_factor) values (?, ?, ?, null, 0.8)")
                .params(ids.next(), scene.an.value(), LocalDate.of(2090, 1, 1))
                .update();
    }

    @Test
    void humanResourcesReadTheWholeStory() {
        Browser browser = in(scene.as(Role.HR));
        browser.open("record/people/P" + scene.an);

        assertThat(browser.text())
                .contains("Today: team Scene, reports to Mia Manager.")
                .contains("team Scene since 1 Jan 2020")
                .contains("team Scene 1 Jan 2018 – 31 Dec 2019")
                .contains("reports to Mia Manager always")
                .contains("works 80% of full time from 1 Jan 2090");
    }
}
