package org.koploper.ui.list;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.koploper.export.Notation;

/** What would leave the screen as a file. */
public final class Exported {

    private Exported() {}

    /** The list on the screen, between commas. */
    public static String csv() {
        return csv(_get(Listing.class).extract());
    }

    /** What a menu on the screen offers, between commas. */
    public static String csv(ExportMenu menu) {
        return csv(menu.extract());
    }

    private static String csv(Extract<?> extract) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            extract.csv(Notation.DOT, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
