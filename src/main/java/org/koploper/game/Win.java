package org.koploper.game;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a team won on a day.
 *
 * @param name null where the person hides it from the caller
 * @param deals a shared deal by its share
 * @param revenue of that day, in the organisation's currency
 * @param currency null where the organisation has none yet
 */
public record Win(
        @Nullable String name,
        boolean self,
        LocalDate on,
        BigDecimal deals,
        BigDecimal revenue,
        @Nullable String currency) {}
