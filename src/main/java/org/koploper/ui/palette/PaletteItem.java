package org.koploper.ui.palette;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Focus;

/**
 * One line of the command palette.
 *
 * @param id by which its source knows it again, unique within the section
 * @param about a few quiet words beside the title
 * @param chosen what happens, once the palette is closed
 */
public record PaletteItem(String id, String title, @Nullable String about, Runnable chosen) {

    /** Leads to an address; the keyboard is then at the heading there. */
    public static PaletteItem to(String id, String title, @Nullable String about, String address) {
        return new PaletteItem(id, title, about, () -> {
            Location location = new Location(address);
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
            Focus.onHeading();
        });
    }
}
