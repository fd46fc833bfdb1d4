package org.koploper.ui.palette;

import java.util.List;
import java.util.Optional;

/**
 * What a part of the product brings into the command palette; every bean of this type is asked. It offers only what the
 * present user may see and do: the rule stands in its query or its service, and nothing is filtered afterwards.
 */
public interface PaletteSource {

    /** The heading its items stand under. */
    Section section();

    /** At most {@code most} things that are called by these words, best first; the words are never blank. */
    List<PaletteItem> find(String words, int most);

    /** The thing with that id, which was chosen before; empty when it is gone or no longer for this user. */
    Optional<PaletteItem> recall(String id);

    /** The headings, in their order. */
    enum Section {
        GO,
        PEOPLE,
        CUSTOMERS,
        DEALS,
        ACTIONS
    }
}
