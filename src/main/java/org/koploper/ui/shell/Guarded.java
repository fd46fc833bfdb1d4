package org.koploper.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Supplier;
import org.koploper.ui.kit.ErrorState;
import org.koploper.ui.kit.Tile;

/** Keeps the failure of one card from taking the whole screen with it. */
public final class Guarded {

    private Guarded() {}

    /**
     * That card, or in its place one that says that it could not be shown; the cause goes to the log.
     *
     * @param title translation key of the card's title
     */
    public static Component card(String title, Supplier<? extends Component> card) {
        try {
            return card.get();
        } catch (RuntimeException cause) {
            return new Tile(I18NProvider.translate(title), ErrorState.ofCard(Failure.logged(cause)));
        }
    }
}
