package org.koploper.ui.team;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.YearMonth;
import java.util.List;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.Shortcut;

/** The people below a manager, each with goal, place and pay. */
class MemberList extends UnorderedList {

    MemberList(List<Member> members, YearMonth month) {
        addClassName("kp-members");
        getElement().setAttribute("role", "list");
        Shortcut.walk(this);
        members.forEach(member -> add(row(member, month)));
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
        Div earned = new Div(
                label, new Money(member.earned().total(), member.earned().currency()));
        earned.addClassName("kp-member-earned");
        return earned;
    }
}
