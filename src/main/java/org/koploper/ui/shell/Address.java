package org.koploper.ui.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * The state of a screen as its address holds it: reads what is there, writes what changes. What cannot be read counts as
 * not said, so that a mistyped address still shows the screen.
 */
public final class Address {

    /** An address that says nothing. */
    public static final Address NONE = new Address(Map.of());

    private final Map<String, String> parameters;

    private Address(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static Address of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters()
                .getParameters()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> parameters.put(name, value)));
        return new Address(parameters);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** The period in {@code p}; the month of today where none or none that can be read is said. */
    public Period period(LocalDate today) {
        return get("p").flatMap(Address::parsed).orElse(Period.month(today));
    }

    /** As {@link #period}, but always a month: that of the first day of another period. */
    public Period month(LocalDate today) {
        Period period = period(today);
        return period.kind() == PeriodKind.MONTH ? period : Period.month(period.from());
    }

    private static Optional<Period> parsed(String key) {
        try {
            return Optional.of(Period.parse(key));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    /** The same with one parameter changed; null takes it away. */
    public Address with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(changed);
    }

    /** Only these parameters, those that are said. */
    public Address only(Collection<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(names);
        return new Address(kept);
    }

    public QueryParameters query() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lists.put(name, new ArrayList<>(List.of(value))));
        return new QueryParameters(lists);
    }
}
