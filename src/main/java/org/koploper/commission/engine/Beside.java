package org.koploper.commission.engine;

import java.util.List;

/**
 * What pay can depend on beside what the payee has sold.
 *
 * @param overlay deals that the payee is credited with on top of those who share them
 * @param team deals of the people below, each on the days on which they report to the payee: one credit for each person,
 *     with the traits {@code member} and {@code level}, 1 for those who report directly
 * @param placings in rankings
 * @param claims of others on budgets
 * @param rates exchange rates in any order
 */
public record Beside(
        List<Credit> overlay, List<Credit> team, List<Placing> placings, List<Claims> claims, List<DatedRate> rates) {

    public static final String MEMBER = "member";
    public static final String LEVEL = "level";

    public static final Beside NOTHING = new Beside(List.of(), List.of(), List.of(), List.of(), List.of());

    public Beside {
        overlay = List.copyOf(overlay);
        team = List.copyOf(team);
        placings = List.copyOf(placings);
        claims = List.copyOf(claims);
        rates = DatedRates.of(rates);
    }

    Claims claims(String component) {
        return claims.stream()
                .filter(one -> one.component().equals(component))
                .findFirst()
                .orElseGet(() -> Claims.none(component));
    }
}
