package org.koploper.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.koploper.intake.Finding.Evidence;
import org.koploper.intake.Finding.State;

/** Which encoding the first bytes of a file are in. */
final class EncodingGuess {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int AROUND = 15;

    private EncodingGuess() {}

    /** @param cut true when the file goes on behind these bytes, so that the last character may be incomplete */
    static Finding<Charset> of(byte[] bytes, boolean cut) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decided(StandardCharsets.UTF_8, "utf-8-mark");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decided(StandardCharsets.UTF_16LE, "utf-16-mark");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decided(StandardCharsets.UTF_16BE, "utf-16-mark");
        }
        int malformed = firstMalformed(bytes, cut);
        if (malformed >= 0) {
            return new Finding<>(
                    State.ASSUMED,
                    WINDOWS_1252,
                    List.of(WINDOWS_1252, StandardCharsets.UTF_8),
                    List.of(new Evidence("not-utf-8", line(bytes, malformed), null, around(bytes, malformed))));
        }
        for (byte b : bytes) {
            if (b < 0) {
                return decided(StandardCharsets.UTF_8, "valid-utf-8");
            }
        }
        return new Finding<>(
                State.NOT_SEEN,
                StandardCharsets.UTF_8,
                List.of(StandardCharsets.UTF_8, WINDOWS_1252),
                List.of(new Evidence("only-ascii", 0, null, "")));
    }

    private static Finding<Charset> decided(Charset charset, String code) {
        return new Finding<>(
                State.DECIDED, charset, List.of(charset), List.of(new Evidence(code, 0, null, charset.name())));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static int firstMalformed(byte[] bytes, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, !cut);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    private static long line(byte[] bytes, int end) {
        long line = 1;
        for (int at = 0; at < end; at++) {
            if (bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }

    /** The text there as it would be read, so that a person sees whether it makes sense. */
    private static String around(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && at - from < AROUND && inCell(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && to - at < AROUND && inCell(bytes[to])) {
            to++;
        }
        return Values.shortened(new String(bytes, from, to - from, WINDOWS_1252));
    }

    private static boolean inCell(byte b) {
        return ",;\t|\"\r\n".indexOf(b) < 0;
    }
}
