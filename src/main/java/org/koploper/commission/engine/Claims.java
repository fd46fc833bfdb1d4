package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.koploper.money.Decimals;

/**
 * What others earn of a budget that the payee earns of too, whatever is left of it for them.
 *
 * @param component whose budget it is
 * @param before by deal of the payee, or month where it is about none, what others had earned in the window before it
 * @param others by month, what each of the others has earned in the window by its end, in one order for everybody
 * @param paid by month, what the others were paid of it in the window by its end, where first come is first served; nothing
 *     where it is paid in another currency
 * @param place how many of the others stand before the payee in that order
 */
public record Claims(
        String component,
        Map<String, BigDecimal> before,
        Map<YearMonth, List<BigDecimal>> others,
        Map<YearMonth, BigDecimal> paid,
        int place) {

    public Claims {
        before = before.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> Decimals.canonical(one.getValue())));
        paid = paid.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> Decimals.canonical(one.getValue())));
        others = others.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream().map(Decimals::canonical).toList()));
    }

    /** Nobody else earns of it. */
    static Claims none(String component) {
        return new Claims(component, Map.of(), Map.of(), Map.of(), 0);
    }
}
