package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;

/** What is said while the server cannot be reached: in the reader's language, and to who listens instead of looking. */
final class Connection {

    private static final String TELL = """
            const said = window.Vaadin.connectionIndicator;
            said.onlineText = $0;
            // without a role it belongs to no part of the page, and nobody is told of it
            said.setAttribute('role', 'status');
            """;

    private Connection() {}

    /** To be called once the page's language is known. */
    static void explain(UI ui) {
        var lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(ui.getTranslation("connection.trying"));
        lost.setDialogTextGaveUp(ui.getTranslation("connection.lost"));
        ui.getPage().executeJs(TELL, ui.getTranslation("connection.back"));
    }
}
