package org.koploper.ui.kit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form that two people changed at once. Values that read the same are the same.
 *
 * @param label what the field is called
 * @param read as it was when the form was opened
 * @param mine as the form has it
 * @param theirs as it is now
 * @param words the value as people read it; an empty text for none
 */
public record Edited<T>(
        String label,
        @Nullable T read,
        @Nullable T mine,
        @Nullable T theirs,
        Function<? super T, String> words) {

    /** What both want: mine where I changed it, otherwise theirs. */
    public @Nullable T merged() {
        return say(mine).equals(say(read)) ? theirs : mine;
    }

    /** Whether mine is not what it is now. */
    public boolean differs() {
        return !say(mine).equals(say(theirs));
    }

    /** Whether it is not what it was, whoever changed it. */
    boolean changed() {
        return differs() || !say(read).equals(say(theirs));
    }

    String beforeInWords() {
        return say(read);
    }

    String mineInWords() {
        return say(mine);
    }

    String theirsInWords() {
        return say(theirs);
    }

    private String say(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }
}
