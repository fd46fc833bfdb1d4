package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** How a rank moved: ▲2, ▼1, the same, or new; in words for screen readers. */
public class RankDelta extends Span {

    /**
     * @param rank from 1
     * @param previous the rank in the period before; null for who was not ranked
     */
    public RankDelta(int rank, @Nullable Integer previous) {
        addClassName("kp-rank-delta");
        getElement().setAttribute("role", "img");
        if (previous == null) {
            setText(getTranslation("rank.new"));
            say("rank.new-words");
        } else if (previous > rank) {
            setText("▲" + (previous - rank));
            addClassName("kp-good");
            say("rank.risen", previous, rank);
        } else if (previous < rank) {
            setText("▼" + (rank - previous));
            addClassName("kp-bad");
            say("rank.fallen", previous, rank);
        } else {
            setText("=");
            say("rank.same");
        }
    }

    private void say(String key, Object... params) {
        String words = getTranslation(key, params);
        getElement().setAttribute("aria-label", words);
        getElement().setAttribute("title", words);
    }
}
