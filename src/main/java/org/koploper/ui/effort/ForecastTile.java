package org.koploper.ui.effort;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortForecast;
import org.koploper.money.Decimals;
import org.koploper.statistics.Interval;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.shell.Address;

/** How many calls, and how many hours, so many meetings need. What is asked stands in the address. */
class ForecastTile extends Tile {

    private final Effort effort;
    private final BiConsumer<String, @Nullable String> remember;
    private final Div answer = new Div();
    private Address address;

    /** @param remember a parameter of the address that changed; null takes it away */
    ForecastTile(Effort effort, Address address, BiConsumer<String, @Nullable String> remember) {
        super(I18NProvider.translate("effort.forecast"));
        this.effort = effort;
        this.address = address;
        this.remember = remember;
        answer.getElement().setAttribute("role", "status");
        addClassName("kp-wide");
        add(question(), answer);
        show();
    }

    private ForecastState state() {
        return ForecastState.read(address, effort.totals().minutesPerCall());
    }

    private Div question() {
        ForecastState asked = state();
        Select<Boolean> per = select(
                "effort.per", List.of(false, true), daily -> daily ? "effort.a-day" : "effort.a-week", asked.daily());
        per.addValueChangeListener(change -> changed("per", change.getValue() ? "day" : null));
        Select<Integer> sure = new Select<>();
        sure.setLabel(getTranslation("effort.sure"));
        sure.addClassName("kp-choice");
        sure.setItems(ForecastState.CERTAINTIES);
        sure.setItemLabelGenerator(percent -> EffortWords.rate(percent / 100.0));
        sure.setValue(asked.sure());
        sure.addValueChangeListener(change -> changed("sure", String.valueOf(change.getValue())));
        AmountField talk = minutes("talk", "effort.talk", asked.talk());
        EffortCounts totals = effort.totals();
        talk.setHelperText(
                totals.minutesPerCall() == null
                        ? getTranslation("effort.talk-asked")
                        : getTranslation(
                                "effort.talk-known",
                                EffortWords.number(totals.minutes()),
                                EffortWords.number(totals.timedCalls())));
        AmountField wrap = minutes("wrap", "effort.wrap", asked.wrap());
        wrap.setHelperText(getTranslation("effort.wrap-help"));
        Div question = new Div(
                whole("target", "effort.target", asked.target(), ForecastState.MOST),
                per,
                whole("days", "effort.days", asked.days(), ForecastState.WEEK),
                sure,
                talk,
                wrap);
        question.addClassName("kp-forecast-fields");
        return question;
    }

    private <T> Select<T> select(String label, List<T> items, Function<T, String> key, T value) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.addClassName("kp-choice");
        select.setItems(items);
        select.setItemLabelGenerator(item -> getTranslation(key.apply(item)));
        select.setValue(value);
        return select;
    }

    private AmountField whole(String name, String label, int value, int most) {
        AmountField field = new AmountField(getTranslation(label), "", BigDecimal.valueOf(value));
        field.addValueChangeListener(change -> {
            boolean right = field.amount()
                    .filter(amount -> amount.stripTrailingZeros().scale() <= 0)
                    .filter(amount -> amount.signum() > 0 && amount.compareTo(BigDecimal.valueOf(most)) <= 0)
                    .isPresent();
            say(field, right, getTranslation("effort.from-one-to", EffortWords.number(most)));
            if (right) {
                changed(name, Decimals.plain(field.amount().orElseThrow()));
            }
        });
        return field;
    }

    private AmountField minutes(String name, String label, @Nullable BigDecimal value) {
        AmountField field = new AmountField(getTranslation(label), getTranslation("effort.minutes-short"), value);
        field.addValueChangeListener(change -> {
            boolean right = field.isEmpty()
                    || field.amount().filter(ForecastState::canBe).isPresent();
            say(field, right, getTranslation("effort.not-minutes"));
            if (right) {
                changed(
                        name,
                        field.amount()
                                .map(amount -> Decimals.plain(amount.setScale(2, RoundingMode.HALF_UP)))
                                .orElse(null));
            }
        });
        return field;
    }

    private static void say(AmountField field, boolean right, String wrong) {
        field.setInvalid(!right);
        field.setErrorMessage(right ? null : wrong);
    }

    private void changed(String name, @Nullable String value) {
        address = address.with(name, value);
        remember.accept(name, value);
        show();
    }

    private void show() {
        ForecastState asked = state();
        answer.removeAll();
        EffortForecast.of(effort.weeks(), asked.meetings())
                .ifPresentOrElse(
                        forecast -> answer.add(answers(forecast, asked)),
                        () -> answer.add(new Paragraph(getTranslation("effort.no-forecast"))));
    }

    private Component[] answers(EffortForecast forecast, ForecastState asked) {
        Interval range = forecast.range();
        int most = forecast.at(asked.certainty()).orElse(0);
        String sure = EffortWords.rate(asked.certainty());
        Paragraph sentence = new Paragraph(getTranslation(
                "effort.forecast-said",
                EffortWords.number(asked.meetings()),
                EffortWords.number(forecast.byRate()),
                EffortWords.number((long) range.low()),
                EffortWords.number((long) range.high()),
                sure,
                most == 0 ? getTranslation("effort.beyond") : EffortWords.number(most)));
        Kpi byRate = needed(getTranslation("effort.by-rate"), forecast.byRate(), asked, "effort.means.by-rate")
                .from(getTranslation("effort.range", EffortWords.number((long) range.low()), EffortWords.number((long)
                        range.high())));
        Kpi certain = most == 0
                ? new Kpi(getTranslation("effort.certain", sure), null, null)
                : needed(getTranslation("effort.certain", sure), most, asked, "effort.means.certain");
        Paragraph used = new Paragraph(getTranslation(
                "effort.used",
                EffortWords.number(forecast.weeks().size()),
                EffortWords.week(forecast.weeks().getFirst().monday()),
                EffortWords.week(forecast.weeks().getLast().monday()),
                EffortWords.number(forecast.required().so().hits()),
                EffortWords.number(forecast.required().so().of())));
        used.addClassName("kp-quiet");
        return forecast.caution()
                .map(caution -> new Component[] {sentence, Kpi.list(byRate, certain), note(caution, forecast), used})
                .orElseGet(() -> new Component[] {sentence, Kpi.list(byRate, certain), used});
    }

    private Kpi needed(String label, int calls, ForecastState asked, String means) {
        Kpi kpi = new Kpi(label, EffortWords.number(calls), getTranslation("effort.calls-a-week"));
        kpi.from(getTranslation("effort.a-day-is", EffortWords.number(Math.ceilDiv(calls, asked.days()))));
        BigDecimal minutes = asked.minutesACall();
        kpi.from(
                minutes == null
                        ? getTranslation("effort.hours-unknown")
                        : getTranslation(
                                "effort.hours-a-week",
                                EffortWords.hours(minutes.multiply(BigDecimal.valueOf(calls))),
                                EffortWords.tenth(minutes)));
        return kpi.means(List.of(getTranslation(means)));
    }

    private Paragraph note(EffortForecast.Caution caution, EffortForecast forecast) {
        String why = switch (caution) {
            case WEEKS -> getTranslation("effort.caution.weeks", EffortForecast.FEWEST_WEEKS);
            case CONTACTS -> getTranslation("effort.caution.contacts", EffortForecast.FEWEST_CONTACTS);
            case WIDE ->
                getTranslation(
                        "effort.caution.wide",
                        EffortWords.between(forecast.required().so().interval()));
        };
        Paragraph note = new Paragraph(getTranslation("effort.again", why));
        note.addClassName("kp-note");
        return note;
    }
}
