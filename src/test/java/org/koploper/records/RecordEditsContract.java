package org.koploper.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** One record at a time, of every kind, by hand. */
abstract class RecordEditsContract {

    static final List<String> KINDS = RecordSamples.KINDS;

    @Autowired
    RecordKinds kinds;

    @Autowired
    RecordDesk desk;

    @Autowired
    RecordShelf shelf;

    @Autowired
    RecordEdits edits;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    RecordSamples samples;
    String x;

    @BeforeEach
    void prepare() {
        samples = new RecordSamples(desk, ids, directory);
        x = samples.x;
    }

    <T> T as(String who, Supplier<T> work, Role... roles) {
        return As.user(samples.person(who), Set.of(roles), work);
    }

    /** Finance keeps costs; whoever administers may keep everything else. */
    <T> T asKeeper(String kind, Supplier<T> work) {
        return as("office", work, kind.equals("costs") ? Role.FINANCE : Role.ADMIN);
    }

    RecordView found(String kind, String key) {
        return asKeeper(kind, () -> shelf.find(kind, x + key)).orElseThrow();
    }

    int listed(String kind, String text) {
        RecordQuery query = new RecordQuery(text, Map.of(), null, false, 0, 50);
        return asKeeper(kind, () -> {
            assertThat(shelf.page(kind, query)).hasSize(shelf.count(kind, query));
            return shelf.count(kind, query);
        });
    }

    long trails(String action, String key) {
        return jdbc.sql("select count(*) from audit_records where action = :action and object_ref = :ref")
                .param("action", action)
                .param("ref", x + key)
                .query(Long.class)
                .single();
    }

    @Test
    void everyKindHasASample() {
        assertThat(kinds.all().stream().map(RecordKind::name).filter(name -> !name.startsWith("trial")))
                .containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void aRecordIsAddedListedChangedTakenBackAndRemovedWithOneTrailEach(String kind) {
        Saved added = asKeeper(kind, () -> edits.create(kind, samples.of(kind, "ann", "new")));
        assertThat(added.what()).isEqualTo(Saved.What.CREATED);
        assertThat(listed(kind, x + "new")).isEqualTo(1);
        RecordView was = found(kind, "new");
        assertThat(was.row().version()).isEqualTo(added.version());

        var change = RecordSamples.CHANGES.get(kind);
        Map<String, @Nullable Object> wanted = new HashMap<>(Map.of(change.getKey(), change.getValue()));
        Saved changed = asKeeper(kind, () -> edits.change(kind, x + "new", added.version(), wanted, "a reason"));
        assertThat(found(kind, "new").row().values().get(change.getKey()))
                .satisfies(now ->
                        assertThat(FieldRules.same(now, change.getValue())).isTrue());
        RecordConflict conflict = catchThrowableOfType(
                RecordConflict.class,
                () -> asKeeper(kind, () -> edits.change(kind, x + "new", added.version(), wanted, "a reason")));
        assertThat(conflict.by()).isEqualTo("test");
        assertThat(conflict.now()).isNotNull();

        asKeeper(kind, () -> edits.undo(changed));
        assertThat(found(kind, "new").row().values()).isEqualTo(was.row().values());
        assertThatThrownBy(() -> asKeeper(kind, () -> edits.undo(changed))).isInstanceOf(RecordConflict.class);

        if (!Set.of("deals", "leads", "quotes").contains(kind)) {
            int version = found(kind, "new").row().version();
            Saved removed = asKeeper(kind, () -> edits.remove(kind, x + "new", version, "a reason"));
            assertThat(listed(kind, x + "new")).isZero();
            asKeeper(kind, () -> edits.undo(removed));
            assertThat(found(kind, "new").row().values()).isEqualTo(was.row().values());
            assertThat(trails("record.removed", "new")).isEqualTo(1);
            assertThat(trails("record.undone", "new")).isEqualTo(2);
        }
        assertThat(trails("record.created", "new")).isEqualTo(1);
        assertThat(trails("record.changed", "new")).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void whatWasAddedByMistakeIsTakenBack(String kind) {
        Saved added = asKeeper(kind, () -> edits.create(kind, samples.of(kind, "ann", "slip")));
        asKeeper(kind, () -> edits.undo(added));
        assertThat(listed(kind, x + "slip")).isZero();
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void everyFieldThatCanBeSortedAndFilteredIs(String kind) {
        asKeeper(kind, () -> edits.create(kind, samples.of(kind, "ann", "one")));
        RecordRow row = found(kind, "one").row();
        for (Field field : kinds.find(kind).orElseThrow().fields()) {
            Object value = row.values().get(field.name());
            Filter filter = switch (value) {
                case null -> null;
                case RecordRef ref -> new Filter.Names(ref.externalId());
                case BigDecimal number -> new Filter.Numbers(number, number);
                case Integer number -> new Filter.Numbers(BigDecimal.valueOf(number), null);
                case LocalDate day -> new Filter.Days(day, day);
                case java.time.LocalDateTime moment -> new Filter.Days(moment.toLocalDate(), moment.toLocalDate());
                case String text when field.type() == Field.Type.TEXT -> new Filter.Contains(text);
                case String code -> new Filter.OneOf(Set.of(code));
                default -> throw new IllegalStateException(kind + " " + field.name());
            };
            Map<String, Filter> filters = filter == null ? Map.of() : Map.of(field.name(), filter);
            RecordQuery query = new RecordQuery(x + "one", filters, field.name(), true, 0, 10);
            assertThat(asKeeper(kind, () -> shelf.page(kind, query)))
                    .as(kind + " by " + field.name())
                    .extracting(RecordRow::externalId)
                    .containsExactly(x + "one");
        }
    }

    @Test
    void moneyThatCountsMovesOnlyWithAReason() {
        RecordView deal = found("deals", "D-ann");
        RecordRefused refused = catchThrowableOfType(
                RecordRefused.class,
                () -> asKeeper(
                        "deals",
                        () -> edits.change(
                                "deals", x + "D-ann", deal.row().version(), row("value", BigDecimal.ONE), " ")));
        assertThat(refused.issues())
                .extracting(Issue::field, Issue::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("why", "reason-needed"));

        asKeeper(
                "deals",
                () -> edits.change(
                        "deals",
                        x + "D-ann",
                        deal.row().version(),
                        row("value", BigDecimal.ONE),
                        "the order was smaller"));
        assertThat(jdbc.sql("select before_state, after_state, reason from audit_records where object_ref = :ref"
                                + " and action = 'record.changed'")
                        .param("ref", x + "D-ann")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("value: 500", "value: 1", "the order was smaller");
    }

    @Test
    void aChangeWithoutADifferenceLeavesNothingBehind() {
        RecordView deal = found("deals", "D-ann");
        Saved saved = asKeeper(
                "deals", () -> edits.change("deals", x + "D-ann", deal.row().version(), row("owner", x + "ann"), null));
        assertThat(saved.what()).isEqualTo(Saved.What.NOTHING);
        assertThat(found("deals", "D-ann").row().version()).isEqualTo(deal.row().version());
        assertThat(trails("record.changed", "D-ann")).isZero();
    }

    @Test
    void everythingThatIsWrongIsSaidAtItsField() {
        RecordRefused refused = catchThrowableOfType(
                RecordRefused.class,
                () -> as(
                        "ann",
                        () -> edits.create(
                                "activities",
                                row("person", x + "ann", "kind", "dance", "minutes", -1, "customer", "nobody")),
                        Role.REP));
        assertThat(refused.issues().stream().map(issue -> issue.field() + " " + issue.code()))
                .containsExactlyInAnyOrder(
                        "kind unknown-code", "customer unknown-reference", "happenedAt required-missing");
    }

    @Test
    void anExternalIdThatIsTakenIsNotOverwritten() {
        assertThatThrownBy(() ->
                        asKeeper("customers", () -> edits.create("customers", row("externalId", x + "C", "name", "B"))))
                .isInstanceOfSatisfying(
                        RecordRefused.class,
                        refused -> assertThat(refused.issues())
                                .extracting(Issue::code)
                                .containsExactly("already-there"));
    }

    @Test
    void aRecordWithoutAnIdGetsOneOfOurOwn() {
        Saved saved = as(
                "ann",
                () -> edits.create(
                        "activities",
                        row("person", x + "ann", "kind", "call", "happenedAt", RecordSamples.DAY.atTime(9, 0))),
                Role.REP);
        assertThat(saved.externalId()).startsWith("KP-");
        Saved week = as(
                "ann",
                () -> edits.create(
                        "efforts", row("person", x + "ann", "weekStart", LocalDate.of(2026, 3, 2), "calls", 3)),
                Role.REP);
        assertThat(week.externalId()).isEqualTo(x + "ann/2026-03-02");
    }

    @Test
    void aRepKeepsTheOwnOpenDealsAndDecidesNone() {
        Saved own = as("ann", () -> edits.create("deals", samples.deal("ann", "mine", "quoted", null)), Role.REP);
        assertThatThrownBy(() -> as(
                        "ann",
                        () -> edits.change(
                                "deals",
                                x + "mine",
                                own.version(),
                                row("stage", "won", "closedOn", RecordSamples.DAY),
                                null),
                        Role.REP))
                .isInstanceOfSatisfying(
                        RecordRefused.class,
                        refused ->
                                assertThat(refused.issues().getFirst().code()).isEqualTo("beyond-reach"));
        assertThatThrownBy(() ->
                        as("ann", () -> edits.create("deals", samples.deal("ben", "his", "quoted", null)), Role.REP))
                .isInstanceOf(RecordRefused.class);
        assertThatThrownBy(() -> as(
                        "ann",
                        () -> edits.change("deals", x + "D-ann", 0, row("value", BigDecimal.TEN), "more"),
                        Role.REP))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(found("deals", "mine").row().values().get("stage")).isEqualTo("QUOTED");
    }

    @Test
    void whatOneMayNotSeeCannotBeReferredTo() {
        samples.take("leads", samples.of("leads", "far", "L-far"));
        assertThatThrownBy(() -> as(
                        "ann",
                        () -> edits.create(
                                "activities",
                                row(
                                        "person",
                                        x + "ann",
                                        "kind",
                                        "call",
                                        "happenedAt",
                                        RecordSamples.DAY.atTime(9, 0),
                                        "lead",
                                        x + "L-far")),
                        Role.REP))
                .isInstanceOfSatisfying(
                        RecordRefused.class,
                        refused -> assertThat(refused.issues())
                                .extracting(Issue::field, Issue::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("lead", "unknown-reference")));
        assertThat(as("ann", () -> shelf.choices("leads", x, 0, 10), Role.REP)).isEmpty();
        assertThat(as("ann", () -> shelf.choices("people", x + "far", 0, 10), Role.REP))
                .hasSize(1);
        assertThat(as("ann", () -> shelf.choice("leads", x + "L-far"), Role.REP))
                .isEmpty();
        assertThat(as("ann", () -> shelf.choice("people", x + "fa"), Role.REP)).isEmpty();
        assertThat(as("ann", () -> shelf.choice("people", x + "far"), Role.REP))
                .get()
                .extracting(RecordRef::externalId)
                .isEqualTo(x + "far");
    }

    @Test
    void whatHasAHistoryOrIsReferredToStays() {
        List<String> said = new ArrayList<>();
        for (String key : List.of("D-ann", "O-ann")) {
            samples.take("lines", samples.of("lines", "ann", "line"));
            said.add(catchThrowableOfType(
                            RecordRefused.class,
                            () -> asKeeper("deals", () -> edits.remove("deals", x + key, 0, "gone")))
                    .issues()
                    .getFirst()
                    .code());
        }
        assertThat(said).containsExactly("has-history", "still-used");
        assertThat(found("deals", "O-ann").row().version()).isZero();
    }

    @OnHsqldb
    static class OnHsqldbTest extends RecordEditsContract {}

    @OnPostgres
    static class OnPostgresTest extends RecordEditsContract {}
}
