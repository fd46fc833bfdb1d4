package org.koploper.ui.privacy;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import org.koploper.privacy.Held;
import org.koploper.ui.list.ExportedList;

/** How much of what is kept. */
final class HeldTable {

    private HeldTable() {}

    static ExportedList of(String name, String title, List<Held> held, Clock clock) {
        return SmallTable.of(
                name,
                I18NProvider.translate("data.held-table", title),
                List.of(
                        new SmallTable.Heading<Held>("what", "data.held-what", PrivacyWords::name),
                        new SmallTable.Heading<Held>("rows", "data.held-rows", PrivacyWords::rows)),
                held,
                clock);
    }
}
