package org.koploper.ui.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** A link to the file about a person, which is written while it is fetched. */
class FileLink extends Anchor {

    FileLink(String text, String name, Writing writing) {
        setText(text);
        setHref((DownloadHandler) event -> {
            event.setFileName(name + ".zip");
            event.setContentType("application/zip");
            UI before = UI.getCurrent();
            // words in the language of the screen that asked
            UI.setCurrent(event.getUI());
            try (OutputStream out = event.getOutputStream()) {
                writing.to(out);
            } finally {
                UI.setCurrent(before);
            }
        });
    }

    /** Writes the file. */
    @FunctionalInterface
    interface Writing {

        void to(OutputStream out) throws IOException;
    }
}
