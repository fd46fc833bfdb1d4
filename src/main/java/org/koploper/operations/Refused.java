package org.koploper.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A command cannot or will not do what was asked; the message is the one line that says why, and what to do. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why something broke off, in words: files and databases say the place where they mean what is wrong with it. */
    static String why(Throwable broken) {
        Throwable cause = broken;
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case AccessDeniedException denied -> "this user has no right to " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " exists already";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            case IOException io -> String.valueOf(io.getMessage());
            default -> String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        };
    }
}
