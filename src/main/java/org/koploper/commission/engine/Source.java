package org.koploper.commission.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where to look a number up, as what it is and which one: {@code deal:} and {@code D-1042}. Each deal has some, and hardly
 * anybody reads them, so the text is put together when it is asked for. Has the hash of its text, as String computes it.
 */
final class Source implements CharSequence {

    /** 31 to the power of the index, as ints overflow. */
    private static final int[] POWERS = powers();

    private final String kind;
    private final String id;

    private Source(String kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    /** {@code deal:D-1042}. */
    static Source deal(String id) {
        return new Source("deal:", id);
    }

    /** {@code split:D-1042}. */
    static Source split(String id) {
        return new Source("split:", id);
    }

    /** Whether both say the same, however they are made. */
    static boolean same(@Nullable CharSequence one, @Nullable CharSequence other) {
        return one == other || one != null && other != null && CharSequence.compare(one, other) == 0;
    }

    /** As the text itself. */
    long mixedInto(long print) {
        return Print.mixed(Print.characters(Print.characters(print, kind), id), length());
    }

    @Override
    public int length() {
        return kind.length() + id.length();
    }

    @Override
    public char charAt(int index) {
        return index < kind.length() ? kind.charAt(index) : id.charAt(index - kind.length());
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Source source && same(this, source);
    }

    @Override
    public int hashCode() {
        return id.length() < POWERS.length
                ? kind.hashCode() * POWERS[id.length()] + id.hashCode()
                : toString().hashCode();
    }

    @Override
    public String toString() {
        return kind + id;
    }

    private static int[] powers() {
        int[] powers = new int[64];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 31;
        }
        return powers;
    }
}
