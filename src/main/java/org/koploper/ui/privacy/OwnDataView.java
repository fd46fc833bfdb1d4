package org.koploper.ui.privacy;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import org.koploper.access.Caller;
import org.koploper.privacy.FileWords;
import org.koploper.privacy.PersonFiles;
import org.koploper.privacy.Retention;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.shell.Screen;

/** What is kept about oneself: to look at, to take along, and for how long. */
@Route("account/data")
@PermitAll
class OwnDataView extends Screen {

    OwnDataView(PersonFiles files, Retention retention, Clock clock) {
        String title = getTranslation("data.own-title");
        FileLink link = new FileLink(getTranslation("data.fetch"), "koploper-" + LocalDate.now(clock), out -> {
            FileWords words = PrivacyWords.file(Caller.now().name(), "data.note-own", clock);
            files.writeOwn(words, out);
        });
        add(
                new Paragraph(getTranslation("data.own-intro")),
                new Tile(
                        title,
                        new Paragraph(getTranslation("data.note-own")),
                        // nobody else takes it along, and least of all unnoticed
                        Caller.now().onlyLooks() ? new Paragraph(getTranslation("view-as.own-file")) : link,
                        HeldTable.of("own-data", title, files.own(), clock)),
                new RetentionTable(retention, clock));
    }

    @Override
    public String heading() {
        return getTranslation("data.own-heading");
    }
}
