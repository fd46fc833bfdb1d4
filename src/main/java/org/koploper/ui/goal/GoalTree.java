package org.koploper.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.GoalStand;
import org.koploper.ui.kit.Formats;

/** Goals below the goals that they are a part of; one whose whole is not among them stands on its own. */
class GoalTree extends UnorderedList {

    private final Map<@Nullable Long, List<GoalStand>> parts;
    private final Map<Long, Acceptance> acceptances;
    private final Set<Long> seen = new HashSet<>();

    GoalTree(List<GoalStand> stands, Map<Long, Acceptance> acceptances) {
        this.acceptances = acceptances;
        Set<Long> ids = stands.stream().map(stand -> stand.agreed().id()).collect(Collectors.toSet());
        parts = stands.stream()
                .filter(stand -> ids.contains(stand.agreed().parent()))
                .collect(Collectors.groupingBy(stand -> stand.agreed().parent()));
        addClassName("kp-goal-tree");
        stands.stream().filter(stand -> !ids.contains(stand.agreed().parent())).forEach(stand -> add(item(stand)));
    }

    private ListItem item(GoalStand stand) {
        Div head = new Div(
                new Span(stand.agreed().name()),
                GoalCard.link(stand),
                new Span(Formats.here().period(stand.period())));
        head.addClassName("kp-goal-head");
        ListItem item = new ListItem(head, GoalsView.way(stand));
        Acceptance acceptance = acceptances.getOrDefault(stand.agreed().id(), Acceptance.NOT_ASKED);
        if (acceptance != Acceptance.NOT_ASKED) {
            head.add(GoalWords.badge(acceptance));
        }
        List<GoalStand> below = parts.getOrDefault(stand.agreed().id(), List.of());
        // a goal that is a part of itself, through others, ends here
        if (!below.isEmpty() && seen.add(stand.agreed().id())) {
            UnorderedList list = new UnorderedList();
            below.forEach(part -> list.add(item(part)));
            item.add(list);
        }
        return item;
    }
}
