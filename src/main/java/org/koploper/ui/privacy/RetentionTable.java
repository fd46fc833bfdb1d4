package org.koploper.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.privacy.Retention;

/** What is kept how long, and which setting says so. */
class RetentionTable extends Div {

    /** What nothing deletes by itself, in the order of the table. */
    private static final List<String> FOR_EVER = List.of("ledger", "trail", "records", "account", "picked-up");

    private record Line(String what, String time, @Nullable String setting) {}

    RetentionTable(Retention retention, Clock clock) {
        List<Line> lines = Stream.concat(
                        retention.all().stream()
                                .map(kept -> new Line(
                                        getTranslation("data.kept." + kept.what()),
                                        PrivacyWords.kept(kept),
                                        kept.setting())),
                        FOR_EVER.stream()
                                .map(what -> new Line(
                                        getTranslation("data.kept." + what),
                                        getTranslation("data.kept." + what + ".time"),
                                        null)))
                .toList();
        String title = getTranslation("data.kept");
        H2 heading = new H2(title);
        heading.addClassName("kp-section");
        add(
                heading,
                new Paragraph(getTranslation("data.kept-intro")),
                SmallTable.of(
                        "retention",
                        title,
                        List.of(
                                new SmallTable.Heading<Line>("what", "data.kept-what", Line::what),
                                new SmallTable.Heading<Line>("time", "data.kept-time", Line::time),
                                new SmallTable.Heading<Line>(
                                        "setting",
                                        "data.kept-setting",
                                        line -> line.setting() == null
                                                ? getTranslation("data.kept-fixed")
                                                : line.setting())),
                        lines,
                        clock));
    }
}
