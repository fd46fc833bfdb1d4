package org.koploper.ui.dashboard;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Meter;
import org.koploper.kpi.TeamNumbers;
import org.koploper.people.PersonRef;
import org.koploper.ui.shell.Address;

/** The cell that is looked at closely, as the address says: {@code spread} is the number, {@code of} the person. */
final class Looked {

    private static final String METER = "spread";
    private static final String PERSON = "of";

    private final Clock clock;
    private final Runnable closed;
    private @Nullable TeamNumbers numbers;
    private @Nullable SpreadDialog open;

    /** @param closed told when the reader has seen enough */
    Looked(Clock clock, Runnable closed) {
        this.clock = clock;
        this.closed = closed;
    }

    /** The same address with a closer look at one cell. */
    static Address at(Address address, Meter meter, PersonRef person) {
        return address.with(METER, meter.key()).with(PERSON, person.externalId());
    }

    /** The same address without any. */
    static Address without(Address address) {
        return address.with(METER, null).with(PERSON, null);
    }

    /** @param numbers whose cells there are; null where there are none to look at */
    void among(@Nullable TeamNumbers numbers) {
        this.numbers = numbers;
    }

    /** Shows the cell that the address asks for, and no other one. */
    void show(Address address) {
        SpreadDialog before = open;
        open = null;
        if (before != null) {
            before.close();
        }
        asked(address).ifPresent(dialog -> {
            open = dialog;
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened() && open == dialog) {
                    open = null;
                    closed.run();
                }
            });
            dialog.open();
        });
    }

    private Optional<SpreadDialog> asked(Address address) {
        TeamNumbers shown = numbers;
        Optional<Meter> meter = address.get(METER)
                .flatMap(key -> Arrays.stream(Meter.values())
                        .filter(one -> one.key().equals(key))
                        .findFirst());
        Optional<Compared<PersonRef>> person = shown == null
                ? Optional.empty()
                : address.get(PERSON)
                        .flatMap(id -> shown.people().stream()
                                .filter(one -> one.subject().externalId().equals(id))
                                .findFirst());
        return shown == null || meter.isEmpty() || person.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpreadDialog(meter.get(), shown, person.get(), clock));
    }
}
