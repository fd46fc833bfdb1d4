package org.koploper.ui.team;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.koploper.kpi.Goal;
import org.koploper.kpi.GoalState;
import org.koploper.ledger.MonthTotal;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.StackedBar.Part;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;

/** What the people below a manager come to together. */
final class TeamTiles {

    private TeamTiles() {}

    static Tile sold(List<Member> members) {
        Goal first = members.getFirst().goal();
        BigDecimal value =
                members.stream().map(member -> member.goal().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal target = members.stream()
                .map(member -> member.goal().target())
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Paragraph figure = new Paragraph(Paces.amount(value, first));
        figure.addClassName("kp-figure");
        return new Tile(
                translate("team.sold"),
                figure,
                new Paragraph(
                        target.signum() == 0
                                ? translate("team.no-targets")
                                : translate("team.targets", Paces.amount(target, first))));
    }

    /** The targets that people reach together; who has none of these sees no tile. */
    static Optional<Tile> shared(List<Goal> goals) {
        List<Goal> agreed = goals.stream()
                .filter(goal -> goal.state() != GoalState.NO_TARGET)
                .toList();
        if (agreed.isEmpty()) {
            return Optional.empty();
        }
        Tile tile = new Tile(translate("team.shared-targets"));
        agreed.forEach(goal -> tile.add(new Paragraph(goal.name()), new PaceBar(goal.name(), Paces.of(goal))));
        return Optional.of(tile);
    }

    /** How many are where, best first. */
    static Tile states(List<Member> members) {
        Map<Pace.State, Long> counts = new EnumMap<>(Pace.State.class);
        members.stream()
                .map(member -> Paces.of(member.goal()))
                .filter(java.util.Objects::nonNull)
                .forEach(pace -> counts.merge(pace.state(), 1L, Long::sum));
        long without = members.size()
                - counts.values().stream().mapToLong(Long::longValue).sum();
        List<Part> parts = new ArrayList<>();
        counts.forEach((state, count) -> parts.add(part(state.key(), count, state.tone())));
        if (without > 0) {
            parts.add(part("team.without-target", without, StatusBadge.Tone.NEUTRAL));
        }
        return new Tile(translate("team.goals"), new StackedBar(translate("team.goals"), parts));
    }

    private static Part part(String key, long count, StatusBadge.Tone tone) {
        return new Part(
                translate(key), BigDecimal.valueOf(count), Formats.here().number(count), tone);
    }

    /** One sum per currency: pay in two currencies has no common sum. None where the pay of anybody is hidden. */
    static Tile earned(List<Member> members) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Tile tile = new Tile(translate("team.commission"));
        for (Member member : members) {
            MonthTotal earned = member.earned();
            if (earned == null) {
                tile.add(new Paragraph(translate("view-as.pay-hidden")));
                return tile;
            }
            sums.merge(earned.currency().getCurrencyCode(), earned.total(), BigDecimal::add);
        }
        sums.entrySet().stream()
                .filter(sum -> sums.size() == 1 || sum.getValue().signum() != 0)
                .forEach(sum -> {
                    Money money = new Money(sum.getValue(), Currency.getInstance(sum.getKey()));
                    money.addClassName("kp-figure");
                    tile.add(money);
                });
        tile.add(new Paragraph(translate("team.commission-text")));
        return tile;
    }
}
