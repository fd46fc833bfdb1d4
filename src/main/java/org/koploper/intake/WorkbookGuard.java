package org.koploper.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Walks through every part of a workbook before the reading library does, and refuses what would cost more than a
 * spreadsheet of that size may: the library believes what the file says about columns, shared texts and lengths. Sizes are
 * measured in the stream while it is unpacked, never taken from what the archive declares, and with the same parser and the
 * same archive reader, so that both see the same content.
 */
final class WorkbookGuard {

    static final long MOST_BYTES = 1L << 30;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_SHARED_TEXTS = 1_000_000;
    private static final int MOST_SHARED_CHARS = 32 << 20;
    private static final int MOST_ROW_CHARS = 2_000_000;
    private static final int MOST_STYLES = 100_000;
    /** The library looks through all of them for each cell. */
    private static final int MOST_ARRAY_FORMULAS = 100;

    private static final int MOST_SHARED_FORMULAS = 100_000;
    private static final XMLInputFactory XML = xml();

    private long bytes;
    private boolean tooMuch;
    private int sharedTexts;
    private int highestSharedText = -1;
    private long sharedChars;
    private int styles;
    private int arrayFormulas;
    private int sharedFormulas;

    private WorkbookGuard() {}

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    /** Passes over the whole file. */
    static void check(File file) throws WorkbookRefused {
        try (ZipFile zip = ZipFile.builder().setFile(file).get()) {
            new WorkbookGuard().parts(zip);
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static WorkbookRefused unreadable() {
        return new WorkbookRefused("unreadable-workbook", "");
    }

    private static WorkbookRefused tooLarge() {
        return new WorkbookRefused("workbook-too-large", "");
    }

    private void parts(ZipFile zip) throws WorkbookRefused {
        int parts = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++parts > MOST_PARTS) {
                throw tooLarge();
            }
            try (Measured in = new Measured(zip.getInputStream(entry))) {
                in.mark(4);
                byte[] start = in.readNBytes(4);
                in.reset();
                if (isXml(start)) {
                    in.asXml = true;
                    part(in);
                } else {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            } catch (IOException | XMLStreamException | RuntimeException e) {
                // the parser wraps what its input throws, once in this and once in that
                throw tooMuch ? tooLarge() : unreadable();
            }
        }
        if (highestSharedText >= sharedTexts) {
            throw unreadable();
        }
    }

    /** Also behind a mark or blanks: whatever the reading library could take for a part. */
    private static boolean isXml(byte[] start) {
        for (byte b : start) {
            if (b == '<' || b == (byte) 0xEF || b == (byte) 0xFE || b == (byte) 0xFF || b == 0) {
                return true;
            }
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return start.length > 0;
    }

    private void part(InputStream in) throws XMLStreamException, WorkbookRefused {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        Place place = new Place();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.CDATA ->
                    throw unreadable();
                case XMLStreamConstants.CHARACTERS -> characters(xml, place);
                case XMLStreamConstants.START_ELEMENT -> start(xml, place);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("v")) {
                        value(place);
                    }
                }
                default -> {
                    // comments and processing instructions are skipped by everybody
                }
            }
        }
    }

    /** Where the walk is in a part. */
    private static final class Place {
        private int row;
        private int column;
        private long rowChars;
        private boolean shared;
        private boolean inSharedTexts;
        private @Nullable StringBuilder index;
    }

    private void characters(XMLStreamReader xml, Place place) throws WorkbookRefused {
        int length = xml.getTextLength();
        place.rowChars += length;
        if (place.inSharedTexts) {
            sharedChars += length;
        }
        if (place.rowChars > MOST_ROW_CHARS || sharedChars > MOST_SHARED_CHARS) {
            throw tooLarge();
        }
        if (place.index != null && length < 20) {
            place.index.append(xml.getText());
        }
    }

    private void start(XMLStreamReader xml, Place place) throws WorkbookRefused {
        switch (xml.getLocalName()) {
            case "row" -> {
                place.rowChars = 0;
                place.column = 0;
                String number = xml.getAttributeValue(null, "r");
                int row = number == null ? place.row + 1 : Integer.parseInt(number);
                if (row <= place.row || row > MOST_ROWS) {
                    throw unreadable();
                }
                place.row = row;
            }
            case "c" -> {
                String at = xml.getAttributeValue(null, "r");
                int column = at == null ? place.column + 1 : column(at);
                if (column <= place.column || column > MOST_COLUMNS) {
                    throw unreadable();
                }
                place.column = column;
                place.shared = "s".equals(xml.getAttributeValue(null, "t"));
            }
            case "v" -> place.index = place.shared ? new StringBuilder() : null;
            case "si" -> {
                place.rowChars = 0;
                place.inSharedTexts = true;
                if (++sharedTexts > MOST_SHARED_TEXTS) {
                    throw tooLarge();
                }
            }
            case "xf", "numFmt" -> {
                place.rowChars = 0;
                if (++styles > MOST_STYLES) {
                    throw tooLarge();
                }
            }
            case "f" -> formula(xml);
            default -> {
                // nothing that costs anything
            }
        }
    }

    private void formula(XMLStreamReader xml) throws WorkbookRefused {
        String kind = xml.getAttributeValue(null, "t");
        if ("array".equals(kind) && ++arrayFormulas > MOST_ARRAY_FORMULAS
                || "shared".equals(kind)
                        && xml.getAttributeValue(null, "ref") != null
                        && ++sharedFormulas > MOST_SHARED_FORMULAS) {
            throw tooLarge();
        }
    }

    private void value(Place place) {
        if (place.index != null) {
            if (!place.index.isEmpty()) {
                highestSharedText = Math.max(
                        highestSharedText,
                        Integer.parseInt(place.index.toString().strip()));
            }
            place.index = null;
        }
    }

    private static int column(String address) throws WorkbookRefused {
        int column = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            column = column * 26 + address.charAt(at++) - 'A' + 1;
            if (at > 3) {
                throw unreadable();
            }
        }
        return column;
    }

    /** Counts what is unpacked, and lets no single text, name or attribute grow beyond what a cell may hold. */
    private final class Measured extends BufferedInputStream {

        private static final int MOST_BETWEEN_TAGS = 1 << 20;

        private boolean asXml;
        private int sinceTag;

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw refuse();
                }
                for (int i = from; asXml && i < from + read; i++) {
                    if (into[i] == '<') {
                        sinceTag = 0;
                    } else if (++sinceTag > MOST_BETWEEN_TAGS || into[i] == 0) {
                        throw refuse();
                    }
                }
            }
            return read;
        }

        private IOException refuse() {
            tooMuch = true;
            return new IOException("more than a workbook may hold");
        }
    }
}
