package org.koploper.ui.dev;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.shell.MainLayout;

/** The page for developers shows the whole kit. */
class KitViewTest extends ScreenTest {

    private static final List<String> KIT = List.of(
            "Kpi",
            "Delta",
            "RankDelta",
            "Money",
            "PaceBar",
            "TierRail",
            "Spark",
            "StackedBar",
            "HeatCell",
            "RankList",
            "Chart",
            "AnalysisChart",
            "ExplainTree",
            "PeriodPicker",
            "FilterBar",
            "SavedViews",
            "ExportMenu",
            "CommandPalette",
            "EmptyState",
            "ErrorState",
            "Skeleton",
            "AsOfStamp",
            "UndoToast",
            "ConfirmWithReason",
            "StatusBadge",
            "AuditTimeline",
            "Stepper");

    @Test
    void everyComponentOfTheKitIsThereAndEveryWordIsTranslated() {
        Browser browser = in(scene.asAn());
        RouteConfiguration.forSessionScope().setRoute(KitView.PATH, KitView.class, List.of(MainLayout.class));
        browser.open(KitView.PATH);

        String headings = _find(H2.class).stream().map(H2::getText).collect(Collectors.joining(" "));
        assertThat(headings).contains(KIT);
        assertThat(browser.text()).doesNotContain("!en");
    }
}
