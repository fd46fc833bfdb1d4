package org.koploper.ui.list;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.ui.ScreenTest;

/** What lists of sentences say as a table. */
class ExportedListTest extends ScreenTest {

    @Test
    void thePeopleBelowAManagerHaveTheirFiguresInColumns() {
        in(scene.asManager()).open("team");

        assertThat(Exported.csv(_find(ExportMenu.class).getFirst()))
                .contains(
                        "Person,Sold,",
                        "Of target,Place,Earned,",
                        "An Anders,12000.00,EUR,10000.00,EUR,120%,",
                        ",660.00,EUR")
                .contains("Bo Baert,0.00,")
                .doesNotContain("Cas Claes");
    }

    @Test
    void numbersSideBySideLeaveWithHowManyThereAreAndWhatIsSaidOfThem() {
        in(scene.asManager()).open("team/numbers");

        assertThat(Exported.csv(_find(ExportMenu.class).getFirst()))
                .contains("Person,Open quotes,Average order,", "Closing rate,Sales cycle,Of target")
                .contains("Average order, how many", "Average order, beside the others")
                .contains("An Anders,", "Bo Baert,0,", "Not compared: fewer than four")
                .doesNotContain("Cas Claes");
    }

    @Test
    void theTreeOfTeamsNamesEverybodyWithTeamAndManager() {
        in(scene.as(Role.HR)).open("teams");

        assertThat(Exported.csv(_get(ExportMenu.class)))
                .contains("Name,Own number (id),Team,Manager")
                .contains("An Anders,P" + scene.an.value() + ",Scene,Mia Manager");
    }

    @Test
    void everyLookAtAStatementCanLeave() {
        var browser = in(scene.asAn());
        browser.open("statements");
        assertThat(Exported.csv(_get(ExportMenu.class))).contains("Commission,10000.00,EUR,5%,500.00,EUR");
        browser.open("statements?tab=components");
        assertThat(Exported.csv(_find(ExportMenu.class).getLast()))
                .contains("Commission,\"Scene plan, version 1\",2,660.00,EUR");
        browser.open("statements?tab=year");
        assertThat(Exported.csv(_find(ExportMenu.class).getLast())).contains("Month,Commission,", "660.00,EUR");
        browser.open("statements?tab=changes");
        assertThat(Exported.csv(_find(ExportMenu.class).getLast()))
                .contains("When,What,Why,Commission,", ",500.00,EUR", ",160.00,EUR");
    }

    @Test
    void noticesAndSessionsLeaveWithTheirColumnsEvenWhereThereIsLittle() {
        var browser = in(scene.asAn());
        browser.open("account/sessions");
        assertThat(_find(ExportMenu.class)).hasSize(2);
        assertThat(Exported.csv(_find(ExportMenu.class).getLast())).contains("When,What,By,Why");
    }

    @Test
    void whatARoleMayDoLeavesInTheWordsOfTheScreen() {
        var browser = in(scene.as(Role.ADMIN));
        browser.open("admin/roles?role=finance");
        assertThat(Exported.csv(_get(ExportMenu.class)))
                .contains("Subject,What,Finance")
                .contains("\"Give and take roles, never to oneself\",Nothing")
                .doesNotContain("Sales");
    }
}
