package org.koploper.ui.effort;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;
import org.koploper.ui.list.ListColumn;

/** The counts and ratios of a row, the same whether it is a week, a person or the sum of them. */
final class Cells {

    /** One count with the translation key of its header. */
    private record Count(String key, String header, Function<EffortCounts, Integer> of) {}

    private static final List<Count> STEPS = List.of(
            new Count("calls", "field.calls", EffortCounts::calls),
            new Count("decision-makers", "field.decisionMakers", EffortCounts::decisionMakers),
            new Count("meetings", "field.meetings", EffortCounts::meetings));

    private static final List<Count> OTHERS = List.of(
            new Count("callbacks-short", "field.callbacksShort", EffortCounts::callbacksShort),
            new Count("callbacks-long", "field.callbacksLong", EffortCounts::callbacksLong),
            new Count("other", "field.other", EffortCounts::other));

    private Cells() {}

    /** A table that scrolls sideways where it has to, and then keeps its first column. */
    static Div scrolled(NativeTable table, String name) {
        Div scrolled = new Div(table);
        scrolled.addClassNames("kp-scroll", "kp-sticky");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", name);
        return scrolled;
    }

    static NativeTableHeaderCell header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    static void heads(NativeTableRow row) {
        STEPS.forEach(count -> head(row, count.header()));
        for (EffortRatio ratio : EffortRatio.values()) {
            head(row, "effort.ratio." + ratio.key());
        }
        OTHERS.forEach(count -> head(row, count.header()));
        head(row, "field.minutes");
    }

    private static void head(NativeTableRow row, String key) {
        header(row, translate(key), "col").addClassName("kp-number");
    }

    static void cells(NativeTableRow row, EffortCounts counts) {
        STEPS.forEach(count -> count(row, count, counts));
        for (EffortRatio ratio : EffortRatio.values()) {
            EffortShare share = ratio.of(counts);
            Span text = new Span(EffortWords.share(share));
            if (share.lack() == EffortShare.Lack.MORE_THAN_ALL) {
                number(row, text, warning(translate("effort.more-than-all")));
            } else {
                number(row, text);
            }
        }
        OTHERS.forEach(count -> count(row, count, counts));
        number(row, new Span(counts.minutes() == 0 ? translate("effort.none") : EffortWords.number(counts.minutes())));
    }

    private static void count(NativeTableRow row, Count count, EffortCounts counts) {
        number(row, new Span(EffortWords.number(count.of().apply(counts))));
    }

    /** Below the sums: how far their ratios may be from the truth. */
    static void intervals(NativeTableRow row, EffortCounts totals) {
        header(row, translate("effort.interval"), "row").addClassName("kp-quiet");
        row.addDataCell().getElement().setAttribute("colspan", String.valueOf(STEPS.size()));
        for (EffortRatio ratio : EffortRatio.values()) {
            NativeTableCell cell = row.addDataCell();
            cell.addClassNames("kp-number", "kp-quiet");
            cell.setText(ratio.of(totals)
                    .proportion()
                    .map(rate -> EffortWords.between(rate.interval()))
                    .orElseGet(() -> translate("effort.none")));
        }
        // one more for the minutes
        row.addDataCell().getElement().setAttribute("colspan", String.valueOf(OTHERS.size() + 1));
    }

    /** What is wrong with counts, in words; null where nothing is. */
    static @Nullable Span unaccounted(EffortCounts counts) {
        int missing = counts.unaccounted();
        return missing == 0
                ? null
                : warning(translate(
                        missing > 0 ? "effort.row-without-outcome" : "effort.row-too-many",
                        EffortWords.number(Math.abs((long) missing))));
    }

    private static Span warning(String words) {
        Span warning = new Span(translate("effort.warning", words));
        warning.addClassNames("kp-warn", "kp-block");
        return warning;
    }

    private static void number(NativeTableRow row, Component... content) {
        NativeTableCell cell = row.addDataCell();
        cell.add(content);
        cell.addClassName("kp-number");
    }

    /** The same for a file. */
    static <T> List<ListColumn<T>> columns(ListColumn<T> first, Function<T, EffortCounts> counts) {
        List<ListColumn<T>> columns = new ArrayList<>(List.of(first));
        Stream.concat(STEPS.stream(), OTHERS.stream())
                .forEach(count -> columns.add(ListColumn.number(
                        count.key(),
                        count.header(),
                        row -> BigDecimal.valueOf(count.of().apply(counts.apply(row))))));
        columns.add(ListColumn.number("minutes", "field.minutes", row -> {
            int minutes = counts.apply(row).minutes();
            return minutes == 0 ? null : BigDecimal.valueOf(minutes);
        }));
        for (EffortRatio ratio : EffortRatio.values()) {
            columns.add(ListColumn.share(ratio.key(), "effort.ratio." + ratio.key(), row -> {
                BigDecimal rate = ratio.of(counts.apply(row)).rate();
                return rate == null ? null : rate.setScale(4, RoundingMode.HALF_UP);
            }));
        }
        return columns;
    }
}
