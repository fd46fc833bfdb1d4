package org.koploper.commission.engine;

/**
 * One named part of a plan with its own rule; its payout is rounded on its own.
 *
 * @param name as people read it; unique within the terms, without {@code |}, which separates the parts of a line's key
 */
public record Component(String name, RateRule rule) {

    /** @throws IllegalArgumentException when the name is blank or holds a {@code |} */
    public Component {
        if (name.isBlank() || name.indexOf(LineKey.SEPARATOR) >= 0) {
            throw new IllegalArgumentException("A component needs a name without '|', not '" + name + "'");
        }
    }
}
