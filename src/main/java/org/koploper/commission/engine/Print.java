package org.koploper.commission.engine;

import org.koploper.money.Exact;

/** The arithmetic of fingerprints: FNV-1a, character by character, with the last step of MurmurHash3 at every node. */
final class Print {

    static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** No text can be this. */
    private static final String NOTHING = "\0";

    private Print() {}

    /** The same as the text of the number. */
    static long mixed(long print, Exact number, byte[] room) {
        int from = number.write(room);
        if (from < 0) {
            return mixed(print, number.toString());
        }
        long mixed = print;
        for (int i = from; i < room.length; i++) {
            mixed = mixed(mixed, room[i]);
        }
        return mixed(mixed, room.length - from);
    }

    static long mixedNothing(long print) {
        return mixed(print, NOTHING);
    }

    static long mixed(long print, CharSequence text) {
        return text instanceof Source source
                ? source.mixedInto(print)
                : mixed(characters(print, text.toString()), text.length());
    }

    static long characters(long print, String text) {
        long mixed = print;
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed(mixed, text.charAt(i));
        }
        return mixed;
    }

    static long mixed(long print, long value) {
        return (print ^ value) * PRIME;
    }

    static long finished(long print) {
        long finished = (print ^ (print >>> 33)) * 0xff51afd7ed558ccdL;
        finished = (finished ^ (finished >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return finished ^ (finished >>> 33);
    }
}
