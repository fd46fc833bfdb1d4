package org.koploper.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goals can be about. */
@Component
public class GoalKpis {

    private final OwnKpiRows own;

    GoalKpis(OwnKpiRows own) {
        this.own = own;
    }

    /** What a goal can be made of today: revenue and deals first, those of the organisation last. */
    public List<GoalKpi> choices() {
        List<GoalKpi> all = new ArrayList<>(GoalKpi.ofTheProduct());
        own.all().stream()
                .filter(state -> !state.retired())
                .map(OwnKpiState::newest)
                .map(GoalKpi::of)
                .forEach(all::add);
        return all;
    }

    /** The one of that key as it is now, a retired one too; empty for any other text. */
    public Optional<GoalKpi> byKey(String key) {
        return GoalKpi.ofTheProduct().stream()
                .filter(kpi -> kpi.key().equals(key))
                .findFirst()
                .or(() -> own.find(key, null).map(GoalKpi::of));
    }

    /** Keys of everything that a goal may have, the retired ones too. */
    List<String> keys() {
        return Stream.concat(
                        GoalKpi.ofTheProduct().stream().map(GoalKpi::key),
                        own.all().stream().map(OwnKpiState::key))
                .toList();
    }

    /** Whether it is offered no more. */
    boolean isRetired(GoalKpi kpi) {
        return own.find(kpi.key()).map(OwnKpiState::retired).orElse(false);
    }

    /**
     * As it is stored.
     *
     * @param version of its definition; null: the newest
     * @throws IllegalArgumentException when there is no such KPI, or not in that version
     */
    GoalKpi of(String code, @Nullable Integer version) {
        return GoalKpi.ofTheProduct(code)
                .or(() -> Optional.ofNullable(OwnKpi.keyOf(code))
                        .flatMap(key -> own.find(key, version))
                        .map(GoalKpi::of))
                .orElseThrow(() -> new IllegalArgumentException("No KPI " + code + " in version " + version));
    }
}
