package org.koploper.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Writes a page of well-formed HTML as PDF that screen readers can read (PDF/UA): tagged headings and tables, a title, a
 * language, and fonts inside. Everything comes from the page itself; it cannot load anything.
 */
public final class PdfFile {

    /** What the page calls the font that is embedded; it has Latin, Greek and Cyrillic letters and the euro sign. */
    public static final String FONT = "DejaVu";

    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // what it has to say repeats texts of the page, and nothing of what people are called or earn goes into a log
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    /**
     * @param html with {@code lang} on its root and a title in its head
     * @throws IOException when it is not well-formed, or the stream does not take it
     */
    public static void write(String html, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Koploper");
        builder.useFont(font("DejaVuSansCondensed.ttf"), FONT, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSansCondensed-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(UNWRITABLE.matcher(html).replaceAll(""), null);
        builder.toStream(out);
        builder.run();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(PdfFile.class.getResourceAsStream("/fonts/" + file), file);
    }
}
