package org.koploper.ui.dashboard;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Reading;
import org.koploper.people.PersonRef;
import org.koploper.ui.chart.Distribution.Box;
import org.koploper.ui.chart.Distribution.Dot;
import org.koploper.ui.chart.Distribution.Group;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.ReadingWords;

/** How one of the four numbers lies among several people: one value for each who has one. */
final class MeterSpread {

    private final Meter meter;
    private final List<Compared<PersonRef>> people;

    /** @param people those whose numbers the reader may see */
    MeterSpread(Meter meter, List<Compared<PersonRef>> people) {
        this.meter = meter;
        this.people = people.stream()
                .filter(one -> one.reading(meter).value() != null)
                .toList();
    }

    /** How its values are written. */
    Unit unit() {
        return switch (meter) {
            case OPEN, CYCLE -> Unit.number();
            case CLOSING -> Unit.share();
            case ORDER ->
                Unit.money(people.stream()
                        .map(one -> one.reading(meter).currency())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(Currency::getInstance)
                        .orElse(null));
        };
    }

    /** Of some of them. */
    Group group(String name, Predicate<PersonRef> whose) {
        return new Group(
                name,
                people.stream()
                        .filter(one -> whose.test(one.subject()))
                        .map(one -> new Dot(one.subject().name(), value(one.reading(meter))))
                        .toList());
    }

    private static BigDecimal value(Reading reading) {
        return Objects.requireNonNull(reading.value());
    }

    /** The one in the middle and between which the middle half lies; empty for so few that it would say nothing. */
    Optional<String> middle() {
        Box box = group("", person -> true).box();
        return box == null
                ? Optional.empty()
                : Optional.of(
                        translate("dashboard.middle", words(box.middle()), words(box.lower()), words(box.upper())));
    }

    /** A value of it, in words. */
    String words(BigDecimal value) {
        Reading one = people.getFirst().reading(meter);
        return new ReadingWords(null).amount(one, value);
    }
}
