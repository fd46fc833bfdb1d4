package org.koploper.ui.welcome;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.ui.shell.Destination;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;
import org.koploper.welcome.FirstStep;
import org.koploper.welcome.FirstSteps;
import org.koploper.welcome.FirstSteps.Line;
import org.koploper.welcome.FirstSteps.Own;
import org.springframework.context.annotation.Scope;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Goes along with one user in one browser tab: notes at which places of the first steps they have been, and shows what is
 * left on the screen where they start.
 */
@org.springframework.stereotype.Component
@Scope("prototype")
public final class Guide {

    private final FirstSteps steps;
    private final CurrentUser user = Caller.now();
    private final Set<FirstStep> unseen = EnumSet.noneOf(FirstStep.class);
    private boolean known;
    private @Nullable Component card;

    Guide(FirstSteps steps) {
        this.steps = steps;
    }

    /** The user has come to that place, and this is shown there; who only looks as somebody takes no step for them. */
    public void at(Location place, @Nullable Component shown) {
        if (user.person() == null || !(shown instanceof Screen screen)) {
            return;
        }
        learn();
        if (!user.onlyLooks()) {
            note(place.getPath());
        }
        Component before = card;
        if (before != null) {
            before.removeFromParent();
            card = null;
        }
        boolean start = Destination.startOf(user)
                .map(Destination::path)
                .filter(place.getPath()::equals)
                .isPresent();
        if (start && place.getQueryParameters().getParameters().isEmpty()) {
            Own own = steps.own();
            List<Line> lines = StepList.reachable(own.lines());
            if (!own.hidden() && lines.stream().anyMatch(line -> !line.done())) {
                Component now = Guarded.card("first-steps.title", () -> new FirstStepsCard(steps, lines));
                screen.addComponentAsFirst(now);
                card = now;
            }
        }
    }

    private void learn() {
        if (!known) {
            known = true;
            steps.own().lines().stream()
                    .filter(line -> !line.done() && line.step().byVisit())
                    .forEach(line -> unseen.add(line.step()));
        }
    }

    private void note(String path) {
        for (FirstStep step : List.copyOf(unseen)) {
            if (step.isAt(path)) {
                unseen.remove(step);
                try {
                    steps.seen(step);
                } catch (DataIntegrityViolationException anotherTabWasQuicker) {
                    // it is noted, that is all that matters
                }
            }
        }
    }
}
