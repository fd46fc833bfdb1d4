package org.koploper.ui.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of how an amount came about, ready to be shown.
 *
 * @param label what it is
 * @param formula with the numbers filled in; null where it is simply given
 * @param result as written
 * @param source where it comes from: a rule, a deal, a target; null where that is clear
 * @param address where that is seen; null where it is nowhere, or not by who reads this
 * @param children the steps it rests on
 */
public record Explained(
        String label,
        @Nullable String formula,
        String result,
        @Nullable String source,
        @Nullable String address,
        List<Explained> children) {

    public Explained {
        children = List.copyOf(children);
    }
}
