package org.koploper.commission.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which somebody works here.
 *
 * @param from first day, included; null when it is not known, as if it had been always
 * @param to last day, included; null while there is no end
 */
public record Service(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Service ALWAYS = new Service(null, null);
}
