package org.koploper.commission.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses credits by their traits: each trait named must have one of the values given.
 *
 * @param wanted allowed values by trait; none chooses every credit
 */
public record Match(Map<String, Set<String>> wanted) {

    public static final Match ALL = new Match(Map.of());

    public Match {
        Map<String, Set<String>> copy = new TreeMap<>();
        wanted.forEach((trait, values) -> copy.put(trait, Set.copyOf(values)));
        wanted = Map.copyOf(copy);
    }

    public boolean chooses(Credit credit) {
        if (wanted.isEmpty()) {
            return true;
        }
        Map<String, String> traits = credit.facts().traits();
        return wanted.entrySet().stream().allMatch(entry -> {
            String has = traits.get(entry.getKey());
            return has != null && entry.getValue().contains(has);
        });
    }
}
