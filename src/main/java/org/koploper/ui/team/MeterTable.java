package org.koploper.ui.team;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.MemberMeters;
import org.koploper.kpi.MemberMeters.Beside;
import org.koploper.kpi.OwnMeters;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.HeatCell;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The four numbers of each of the people below a manager, coloured where they differ from the others'. */
class MeterTable extends Div {

    private static final List<String> METERS =
            List.of("month.meter.open", "month.meter.order", "month.meter.closing", "month.meter.cycle");

    private final Formats formats = Formats.here();

    MeterTable(List<MemberMeters> members) {
        Div scrolled = new Div();
        scrolled.addClassNames("kp-scroll", "kp-heat-table");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", getTranslation("team.meters"));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        header(head, getTranslation("column.person"), "col");
        METERS.forEach(meter -> header(head, getTranslation(meter), "col"));
        for (MemberMeters member : members) {
            NativeTableRow row = table.getBody().addRow();
            header(row, member.person().name(), "row");
            row.addDataCell().add(open(member.meters()));
            row.addDataCell().add(order(member));
            row.addDataCell().add(closing(member));
            row.addDataCell().add(cycle(member));
        }
        scrolled.add(table);
        NativeDetails how = new NativeDetails(
                getTranslation("board.how"),
                new Div(
                        new Paragraph(getTranslation(
                                "team.meters-period",
                                formats.period(members.getFirst().meters().period()))),
                        new Paragraph(getTranslation("team.meters-how")),
                        new Paragraph(getTranslation("team.meters-open"))));
        how.addClassName("kp-details");
        add(scrolled, how);
    }

    private static void header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
    }

    /** The same as a table. */
    static Extract<MemberMeters> extract(List<MemberMeters> members, String title, Clock clock) {
        return Extract.of(
                "numbers",
                title,
                List.of(
                        ListColumn.<MemberMeters>text(
                                "name",
                                "column.person",
                                member -> member.person().name()),
                        ListColumn.<MemberMeters>number(
                                "open",
                                "month.meter.open",
                                member -> BigDecimal.valueOf(member.meters().openQuotes())),
                        ListColumn.<MemberMeters>money(
                                "order",
                                "month.meter.order",
                                member -> rounded(member.meters().averageOrder(), 2),
                                member -> currency(member.meters())),
                        ListColumn.<MemberMeters>share(
                                "closing",
                                "month.meter.closing",
                                member -> rounded(member.meters().closingRate(), 4)),
                        ListColumn.<MemberMeters>number(
                                "cycle",
                                "month.meter.cycle",
                                member -> member.meters().cycleDays())),
                members,
                clock);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number, int decimals) {
        return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static @Nullable Currency currency(OwnMeters meters) {
        return meters.currency() == null ? null : Currency.getInstance(meters.currency());
    }

    private HeatCell open(OwnMeters meters) {
        return HeatCell.plain(formats.number((long) meters.openQuotes()));
    }

    private HeatCell order(MemberMeters member) {
        OwnMeters meters = member.meters();
        BigDecimal average = meters.averageOrder();
        String orders = formats.number(meters.orders().setScale(2, RoundingMode.HALF_UP));
        return average == null
                ? few(meters.orders().signum() == 0, getTranslation("team.meters.orders", orders))
                : cell(money(average, meters), member.averageOrder());
    }

    private String money(BigDecimal amount, OwnMeters meters) {
        Currency currency = currency(meters);
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, currency);
    }

    private HeatCell closing(MemberMeters member) {
        OwnMeters meters = member.meters();
        String counts = getTranslation("team.meters.won-of", meters.won(), meters.decided());
        BigDecimal rate = meters.closingRate();
        return rate == null
                ? few(meters.decided() == 0, counts)
                : cell(getTranslation("team.meters.rate", formats.percent(rate), counts), member.closingRate());
    }

    private HeatCell cycle(MemberMeters member) {
        OwnMeters meters = member.meters();
        BigDecimal days = meters.cycleDays();
        return days == null
                ? few(meters.timed() == 0, getTranslation("team.meters.quotes", meters.timed()))
                : cell(formats.days(days), member.cycleDays());
    }

    private static HeatCell few(boolean nothing, String basis) {
        return nothing ? HeatCell.none() : HeatCell.tooFew(basis);
    }

    private static HeatCell cell(String value, @Nullable Beside beside) {
        return beside == null ? HeatCell.plain(value) : HeatCell.of(value, HeatCell.Level.valueOf(beside.name()));
    }
}
