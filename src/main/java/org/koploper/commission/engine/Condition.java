package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;

/** Something that is so or not at the end of a month. */
public sealed interface Condition {

    /** All that it measures. */
    default List<Gauge> gauges() {
        return switch (this) {
            case AtLeast reached -> List.of(reached.gauge());
            case Below below -> List.of(below.gauge());
            case Not not -> not.condition().gauges();
            case All all ->
                all.conditions().stream().flatMap(one -> one.gauges().stream()).toList();
            case Any any ->
                any.conditions().stream().flatMap(one -> one.gauges().stream()).toList();
        };
    }

    /** What is measured reaches the bound; below it, the condition does not hold. */
    record AtLeast(Gauge gauge, BigDecimal bound) implements Condition {}

    /** What is measured stays below the bound. */
    record Below(Gauge gauge, BigDecimal bound) implements Condition {}

    /** Each of them holds. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** What a condition measures. */
    sealed interface Gauge {}

    /** The sum of a measure over the credits chosen, since the start of the window. */
    record Total(Measure measure, Match where, Accumulate over, Whose whose) implements Gauge {
        /** Of the payee's own credits. */
        public Total(Measure measure, Match where, Accumulate over) {
            this(measure, where, over, Whose.OWN);
        }
    }

    /** How much of its quota a component has reached in its window; zero where there is no quota. */
    record Attained(String component) implements Gauge {}

    /** The score of an objective in the window the month lies in; zero where nobody has scored it. */
    record Scored(String objective, Accumulate over) implements Gauge {}
}
