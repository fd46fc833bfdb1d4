package org.koploper.ui.team;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Goal;
import org.koploper.ledger.MonthTotal;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The people below a manager, each with goal, place and pay. */
class MemberList extends UnorderedList {

    MemberList(List<Member> members, YearMonth month) {
        addClassName("kp-members");
        getElement().setAttribute("role", "list");
        Shortcut.walk(this);
        members.forEach(member -> add(row(member, month)));
    }

    /** The same as a table. */
    static Extract<Member> extract(List<Member> members, String title, Clock clock) {
        return Extract.of(
                "team",
                title,
                List.of(
                        ListColumn.<Member>text(
                                "name",
                                "column.person",
                                member -> member.person().name()),
                        goal("sold", "column.sold", Goal::value),
                        goal("target", "column.target", Goal::target),
                        ListColumn.<Member>share(
                                "progress",
                                "column.of-target",
                                member -> rounded(member.goal().progress())),
                        ListColumn.<Member>number("place", "board.rank", MemberList::rank),
                        ListColumn.<Member>money(
                                "earned",
                                "team.earned",
                                member -> member.earned() == null
                                        ? null
                                        : member.earned().total(),
                                member -> member.earned() == null
                                        ? null
                                        : member.earned().currency())),
                members,
                clock);
    }

    private static ListColumn<Member> goal(String key, String header, Function<Goal, @Nullable BigDecimal> amount) {
        return ListColumn.money(key, header, member -> amount.apply(member.goal()), member -> {
            String currency = member.goal().currency();
            return currency == null ? null : Currency.getInstance(currency);
        });
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal share) {
        return share == null ? null : share.setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal rank(Member member) {
        Integer rank = member.standing() == null ? null : member.standing().rank();
        return rank == null ? null : BigDecimal.valueOf(rank);
    }

    private ListItem row(Member member, YearMonth month) {
        Anchor name = new Anchor(
                "statements/" + member.person().id() + "/" + month,
                member.person().name());
        name.addClassName("kp-member-name");
        Div goal = new Div(
                new PaceBar(getTranslation("team.goal-of", member.person().name()), Paces.of(member.goal())));
        if (member.goal().target() == null) {
            goal.add(new Span(
                    getTranslation("month.sold", Paces.amount(member.goal().value(), member.goal()))));
        }
        ListItem row = new ListItem(name, goal, place(member), earned(member));
        row.addClassName("kp-member");
        return row;
    }

    private Div place(Member member) {
        Div place = new Div();
        place.addClassName("kp-place");
        Integer rank = member.standing() == null ? null : member.standing().rank();
        if (rank == null || member.standing() == null) {
            place.add(new Span(getTranslation("team.no-rank")));
        } else {
            place.add(
                    new Span(getTranslation("team.rank", rank)),
                    new RankDelta(rank, member.standing().previousRank()));
        }
        return place;
    }

    private Div earned(Member member) {
        Span label = new Span(getTranslation("team.earned"));
        label.addClassName("kp-quiet");
        MonthTotal total = member.earned();
        Div earned = new Div(
                label,
                total == null
                        ? new Span(getTranslation("view-as.hidden"))
                        : new Money(total.total(), total.currency()));
        earned.addClassName("kp-member-earned");
        return earned;
    }
}
