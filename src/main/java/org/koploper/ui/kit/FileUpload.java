package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Consumer;

/** Takes one file, chosen or dropped, with all that it says in the language of the reader. */
public class FileUpload extends Upload {

    private static final int BYTES_OF_A_MEGABYTE = 1 << 20;

    /**
     * @param mostBytes larger files are refused
     * @param arrived runs in the request that brings the file, which holds no lock of the session
     * @param refused is told why a file was not taken
     */
    public FileUpload(int mostBytes, UploadHandler arrived, Consumer<String> refused) {
        super(arrived);
        setMaxFiles(1);
        setMaxFileSize(mostBytes);
        setUploadButton(new Button(getTranslation("import.choose-file")));
        setDropLabel(new Span(getTranslation("import.drop")));
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
        setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(tooBig(mostBytes))
                        .setTooManyFiles(getTranslation("import.one-file"))
                        .setIncorrectFileType(getTranslation("import.csv-only")))
                .setFile(new UploadI18N.File()
                        .setRemove(getTranslation("import.file-remove"))
                        .setRetry(getTranslation("failure.again"))
                        .setStart(getTranslation("import.file-start")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("import.uploading"))
                                .setProcessing(getTranslation("import.uploading"))
                                .setStalled(getTranslation("import.stalled"))
                                .setHeld(getTranslation("import.uploading")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("import.upload-failed"))
                                .setUnexpectedServerError(getTranslation("import.upload-failed"))
                                .setForbidden(getTranslation("import.upload-failed")))));
    }

    /** What is said of a file beyond that. */
    public String tooBig(long mostBytes) {
        return getTranslation("import.too-big", mostBytes / BYTES_OF_A_MEGABYTE);
    }
}
