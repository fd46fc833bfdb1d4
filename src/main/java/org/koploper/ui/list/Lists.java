package org.koploper.ui.list;

import java.time.Clock;
import org.koploper.views.SavedViews;
import org.springframework.stereotype.Component;

/** Makes lists: a screen says its columns, its filters and its query, and the list does the rest. */
@Component
public class Lists {

    private final SavedViews views;
    private final Clock clock;

    Lists(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /**
     * Starts one.
     *
     * @param screen its path without parameters, by which saved views are kept
     * @param title translation key of what it is called
     */
    public <T> ListSetup<T> of(String screen, String title) {
        return new ListSetup<>(screen, title, views, clock);
    }
}
