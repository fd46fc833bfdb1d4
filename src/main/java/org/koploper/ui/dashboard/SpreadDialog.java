package org.koploper.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Spread;
import org.koploper.kpi.TeamNumbers;
import org.koploper.people.PersonRef;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.AnalysisChart.Words;
import org.koploper.ui.chart.Distribution;
import org.koploper.ui.chart.Distribution.Box;
import org.koploper.ui.chart.Distribution.Group;

/**
 * One cell of the matrix looked at closely: how that number spreads, with one person apart from the others. Of orders and
 * cycles every single one is drawn, of the other two one value for each of the people.
 */
class SpreadDialog extends Dialog {

    private final Meter meter;
    private final TeamNumbers numbers;
    private final Compared<PersonRef> whose;
    private final MeterSpread among;
    private final Clock clock;

    SpreadDialog(Meter meter, TeamNumbers numbers, Compared<PersonRef> whose, Clock clock) {
        this.meter = meter;
        this.numbers = numbers;
        this.whose = whose;
        this.among = new MeterSpread(meter, numbers.people());
        this.clock = clock;
        setHeaderTitle(getTranslation(
                "dashboard.look", BesideWords.name(meter), whose.subject().name()));
        setWidth("min(56rem, 96vw)");
        add(
                new Paragraph(getTranslation("dashboard.means." + meter.key())),
                drawn(),
                new Paragraph(getTranslation(
                        "dashboard.look-verdict",
                        whose.subject().name(),
                        BesideWords.verdict(meter, whose.beside(meter)))));
        getFooter().add(new Button(getTranslation("dashboard.look-close"), click -> close()));
    }

    private Component drawn() {
        return switch (meter) {
            case ORDER -> single("orders", numbers.orders());
            case CYCLE -> single("cycles", numbers.cycles());
            case OPEN, CLOSING -> people();
        };
    }

    private Component single(String key, Spread spread) {
        return new SpreadChart(key, spread, whose.subject(), among.unit(), false, open -> {}, clock);
    }

    private Component people() {
        PersonRef person = whose.subject();
        Group own = among.group(person.name(), person::equals);
        Group others = among.group(getTranslation("dashboard.the-others"), one -> !one.equals(person));
        List<Group> groups =
                Stream.of(own, others).filter(group -> !group.dots().isEmpty()).toList();
        Words words = new Words(meter.key(), BesideWords.name(meter), sentence(own, others));
        return AnalysisChart.of(words, new Distribution(groups), among.unit(), clock)
                .withTable(false, open -> {});
    }

    private String sentence(Group own, Group others) {
        List<String> said = new ArrayList<>();
        own.dots().forEach(dot -> said.add(getTranslation("dashboard.look-own", own.name(), among.words(dot.value()))));
        Box box = others.box();
        int count = others.dots().size();
        said.add(
                box == null
                        ? getTranslation("dashboard.look-few", count)
                        : getTranslation(
                                "dashboard.look-half",
                                count,
                                among.words(box.lower()),
                                among.words(box.upper()),
                                among.words(box.middle())));
        return String.join(" ", said);
    }
}
