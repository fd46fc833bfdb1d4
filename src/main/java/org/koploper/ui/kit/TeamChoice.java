package org.koploper.ui.kit;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.people.TeamRef;

/** The field in which one team is chosen, or all of them together. */
public final class TeamChoice extends Select<String> {

    /**
     * @param all what stands for all of them; no external id
     * @param allName what that is called
     * @param now the external id of the one chosen, or {@code all}; null for nothing chosen
     * @param chosen gets what was chosen, in the same words
     */
    public TeamChoice(
            String id, List<TeamRef> teams, String all, String allName, @Nullable String now, Consumer<String> chosen) {
        setLabel(getTranslation("board.team"));
        setId(id);
        List<String> ids = new ArrayList<>(List.of(all));
        teams.forEach(team -> ids.add(team.externalId()));
        setItems(ids);
        setItemLabelGenerator(team -> teams.stream()
                .filter(one -> one.externalId().equals(team))
                .map(TeamRef::name)
                .findFirst()
                .orElse(allName));
        if (now != null) {
            setValue(now);
        }
        addValueChangeListener(change -> {
            chosen.accept(change.getValue());
            Focus.stayOn(id);
        });
    }
}
