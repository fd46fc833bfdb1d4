package org.koploper.ui.intake;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.Optional;
import org.koploper.intake.Imports;
import org.koploper.intake.Mapping;
import org.koploper.intake.Preview;
import org.koploper.intake.Sentences;
import org.koploper.intake.Upload;
import org.koploper.intake.Uploads;
import org.koploper.records.RecordKind;

/**
 * One file on its way in, as its steps see it.
 *
 * @param mover leads to another step, or shows this one again
 */
record Way(
        Uploads uploads, Imports imports, Clock clock, RecordKind kind, Upload upload, Preview preview, Mover mover) {

    /** Leads on. */
    interface Mover {

        /** To another step of that file. */
        void to(String upload, Step step);

        /** The same step anew. */
        void again(String upload, Step step, String focus);
    }

    /**
     * Remembers a decision and shows the step anew, since one answer can change the others.
     *
     * @param focus id of the field that was answered, where the focus stays
     */
    void decide(Mapping given, Step step, String focus) {
        uploads.decide(upload.id(), given);
        mover.again(upload.id(), step, focus);
    }

    /** Why this cannot be decided, in words; empty when it can. */
    Optional<String> flaw(Mapping given) {
        Upload decided = new Upload(upload.id(), upload.fileName(), upload.kind(), given, null, null);
        return uploads.preview(decided).flaws().stream()
                .findFirst()
                .map(flaw ->
                        Sentences.of(flaw.code(), flaw.args(), UI.getCurrent().getLocale()));
    }

    void go(Step step) {
        mover.to(upload.id(), step);
    }
}
