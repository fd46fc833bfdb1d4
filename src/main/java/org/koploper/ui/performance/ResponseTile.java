package org.koploper.ui.performance;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.LeadResponse;
import org.koploper.ui.kit.BarTable;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** How long leads waited for an answer: the one in the middle, the slow ones, and how the waits spread. */
class ResponseTile extends Tile {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /** Below so many a share says more about chance than about anybody. */
    private static final int FEWEST = 5;

    /** The bounds of the bars in minutes, each with the key of its words. */
    private static final List<Integer> BOUNDS = List.of(5, 15, HOUR, 4 * HOUR, DAY, 3 * DAY);

    private final LeadResponse response;
    private final ReadingWords words;
    private final Formats formats = Formats.here();

    /** One bar. */
    private record Wait(String name, int leads) {}

    ResponseTile(LeadResponse response, ReadingWords words, String heading, Clock clock) {
        super(I18NProvider.translate("performance.response"));
        this.response = response;
        this.words = words;
        addClassName("kp-wide");
        if (response.arrived() == 0) {
            add(new Paragraph(getTranslation("performance.response-none")));
            return;
        }
        List<Wait> waits = waits();
        BarTable bars = new BarTable(
                waits.stream().mapToInt(Wait::leads).max().orElse(1),
                getTranslation("performance.wait"),
                getTranslation("performance.leads"),
                getTranslation("effort.part"));
        waits.forEach(wait -> bars.bar(
                wait.name(),
                wait.leads(),
                wait == waits.getLast() ? 4 : 1,
                formats.number((long) wait.leads()),
                part(wait)));
        add(
                Kpi.list(
                        percentile(50, "performance.half", "performance.half-means"),
                        percentile(75, "performance.three-quarters", "performance.three-quarters-means"),
                        percentile(90, "performance.nine-in-ten", "performance.nine-in-ten-means"),
                        within(HOUR, "performance.in-an-hour", "performance.in-an-hour-means"),
                        within(DAY, "performance.in-a-day", "performance.in-a-day-means"),
                        unanswered()),
                new Paragraph(sentence()),
                new ExportedList(
                        bars,
                        () -> Extract.of(
                                "lead-response",
                                getTranslation("performance.response-of", heading),
                                List.of(
                                        ListColumn.<Wait>text("wait", "performance.wait", Wait::name),
                                        ListColumn.<Wait>number(
                                                "leads", "performance.leads", wait -> BigDecimal.valueOf(wait.leads())),
                                        ListColumn.<Wait>share("part", "effort.part", wait -> share(wait.leads()))),
                                waits,
                                clock)));
    }

    private List<Wait> waits() {
        List<Wait> waits = new ArrayList<>();
        int above = -1;
        for (int bound : BOUNDS) {
            waits.add(new Wait(
                    getTranslation("performance.up-to", words.duration(BigDecimal.valueOf(bound))),
                    response.between(above, bound)));
            above = bound;
        }
        waits.add(new Wait(
                getTranslation("performance.longer", words.duration(BigDecimal.valueOf(above))),
                response.between(above, Integer.MAX_VALUE)));
        waits.add(new Wait(getTranslation("performance.unanswered"), response.unanswered()));
        return waits;
    }

    private String sentence() {
        return getTranslation(
                "performance.response-said",
                formats.number((long) response.arrived()),
                formats.number((long) response.within(HOUR)),
                formats.number((long) response.within(DAY)),
                formats.number((long) response.unanswered()));
    }

    private Kpi percentile(int percent, String key, String means) {
        Integer minutes = response.answers() < FEWEST ? null : response.percentile(percent);
        return new Kpi(getTranslation(key), minutes == null ? null : words.duration(BigDecimal.valueOf(minutes)), null)
                .from(getTranslation("performance.of-answered", formats.number((long) response.answers())))
                .means(List.of(getTranslation(means)));
    }

    private Kpi within(int minutes, String key, String means) {
        BigDecimal share = share(response.within(minutes));
        return new Kpi(getTranslation(key), share == null ? null : formats.percent(share), null)
                .from(getTranslation(
                        "performance.of-leads", formats.number((long) response.within(minutes)), formats.number((long)
                                response.arrived())))
                .means(List.of(getTranslation(means)));
    }

    private Kpi unanswered() {
        return new Kpi(getTranslation("performance.unanswered"), formats.number((long) response.unanswered()), null)
                .from(getTranslation("performance.of-all", formats.number((long) response.arrived())))
                .means(List.of(getTranslation("performance.unanswered-means")));
    }

    private String part(Wait wait) {
        BigDecimal share = share(wait.leads());
        return share == null ? "" : formats.percent(share);
    }

    private @Nullable BigDecimal share(int leads) {
        return response.arrived() < FEWEST
                ? null
                : BigDecimal.valueOf(leads)
                        .divide(BigDecimal.valueOf(response.arrived()), MathContext.DECIMAL64)
                        .setScale(4, RoundingMode.HALF_UP);
    }
}
