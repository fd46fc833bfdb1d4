package org.koploper.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept that is not kept for ever.
 *
 * @param what its key in the words of the screens
 * @param time after which it goes; null where not the time decides
 * @param newest how many of the newest ones stay, where that decides; otherwise 0
 * @param setting the name of the setting that says so; null where it is fixed
 */
public record Kept(
        String what,
        @Nullable Duration time,
        int newest,
        @Nullable String setting) {

    /** Goes after that time. */
    public static Kept during(String what, Duration time, @Nullable String setting) {
        return new Kept(what, time, 0, setting);
    }

    /** Only so many stay. */
    public static Kept newest(String what, int many, String setting) {
        return new Kept(what, null, many, setting);
    }
}
