package org.koploper.ui.team;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealChange;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.Formats;

/** A deal that somebody else saved while it was being changed: field by field, and what both want together. */
final class DealConflict {

    private final DealView saved;
    private final DealChange now;
    private final List<PersonRef> people;
    private final Edited<DealStage> stage;
    private final Edited<LocalDate> closedOn;
    private final Edited<LocalDate> cancelledOn;
    private final Edited<BigDecimal> value;
    private final Edited<PersonId> owner;
    private final Edited<Map<PersonId, BigDecimal>> splits;
    private final Edited<Map<PersonId, BigDecimal>> overlays;

    /** @param people who may be named in it */
    DealConflict(DealView read, DealChange mine, DealView saved, List<PersonRef> people) {
        this.saved = saved;
        this.now = saved.unchanged();
        this.people = people;
        DealChange before = read.unchanged();
        stage = edited("deal.stage", before.stage(), mine.stage(), now.stage(), DealNames::stage);
        closedOn = edited("deal.closed-on", before.closedOn(), mine.closedOn(), now.closedOn(), Formats.here()::date);
        cancelledOn = edited(
                "deal.cancelled-on", before.cancelledOn(), mine.cancelledOn(), now.cancelledOn(), Formats.here()::date);
        value = edited("deal.value", before.value(), mine.value(), now.value(), Formats.here()::number);
        owner = edited("deal.owner", before.owner(), mine.owner(), now.owner(), this::name);
        splits = edited("deal.splits", before.splits(), mine.splits(), now.splits(), this::shares);
        overlays = edited("deal.overlays", before.overlays(), mine.overlays(), now.overlays(), this::shares);
    }

    private static <T> Edited<T> edited(
            String key,
            @Nullable T read,
            @Nullable T mine,
            @Nullable T theirs,
            java.util.function.Function<? super T, String> words) {
        return new Edited<>(I18NProvider.translate(key), read, mine, theirs, words);
    }

    /**
     * Says so, and lets the user choose.
     *
     * @param readAt when the deal was read that the change started from
     * @param keepMine saves {@link #merged()}; null where it cannot be saved that way any more
     */
    void ask(DealDesk desk, Instant readAt, Clock clock, Runnable loadAgain, @Nullable Runnable keepMine) {
        new ConflictDialog(
                        DealNames.of(saved.row()),
                        ConflictDialog.who(desk.changedSince(saved.row().externalId(), readAt), clock),
                        List.of(stage, closedOn, cancelledOn, value, owner, splits, overlays),
                        loadAgain,
                        keepMine)
                .open();
    }

    /** My changes on top of theirs. */
    DealChange merged() {
        return new DealChange(
                Objects.requireNonNull(stage.merged()),
                value.merged(),
                Objects.requireNonNull(owner.merged()),
                now.engagedOn(),
                now.quotedOn(),
                closedOn.merged(),
                cancelledOn.merged(),
                Objects.requireNonNull(splits.merged()),
                Objects.requireNonNull(overlays.merged()));
    }

    private String name(PersonId person) {
        return people.stream()
                .filter(one -> one.id().equals(person))
                .map(PersonRef::name)
                .findFirst()
                .orElse(person.toString());
    }

    private String shares(Map<PersonId, BigDecimal> shares) {
        return shares.entrySet().stream()
                .sorted(Comparator.comparing(share -> name(share.getKey())))
                .map(share -> name(share.getKey()) + " " + Formats.here().number(share.getValue()) + " %")
                .collect(Collectors.joining(", "));
    }
}
