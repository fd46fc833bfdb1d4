package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.ledger.StatementVersion.Changed;

/** What the versions of a statement are, and what is different between two of them. */
class StatementVersionTest {

    private static final Instant FIRST = Instant.parse("2026-11-03T09:00:00Z");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final List<StatementChange> posted = new ArrayList<>();

    @Test
    void whatWasPostedAtOneMomentIsOneVersion() {
        posts(0, "a", EntryKind.NEW, "100", "sold");
        posts(0, "b", EntryKind.NEW, "20", "sold");
        posts(1, "a", EntryKind.CHANGED, "-30", "credited");

        List<StatementVersion> versions = StatementVersion.of(posted.reversed());

        assertThat(versions).extracting(StatementVersion::number).containsExactly(2, 1);
        assertThat(versions).extracting(StatementVersion::cause).containsExactly("credited", "sold");
        assertThat(versions).extracting(StatementVersion::at).containsExactly(FIRST.plusSeconds(1), FIRST);
        assertThat(versions.getLast().changes())
                .extracting(StatementChange::line)
                .containsExactly("b", "a");
        assertThat(StatementVersion.of(List.of())).isEmpty();
    }

    @Test
    void aLineThatCameChangedOrWentIsDifferent() {
        posts(0, "changed", EntryKind.NEW, "100", "sold");
        posts(0, "gone", EntryKind.NEW, "20", "sold");
        posts(0, "same", EntryKind.NEW, "5", "sold");
        posts(1, "changed", EntryKind.CHANGED, "-30", "credited");
        posts(1, "gone", EntryKind.GONE, "-20", "cancelled");
        posts(1, "new", EntryKind.NEW, "8", "sold again");

        assertThat(between(1, 2))
                .containsExactly(
                        "changed 100 -> 70 [credited]", "gone 20 -> null [cancelled]", "new null -> 8 [sold again]");
        assertThat(between(0, 1))
                .containsExactly("changed null -> 100 [sold]", "gone null -> 20 [sold]", "same null -> 5 [sold]");
        assertThat(between(0, 2))
                .containsExactly(
                        "changed null -> 70 [sold, credited]", "same null -> 5 [sold]", "new null -> 8 [sold again]");
        assertThat(between(2, 2)).isEmpty();
    }

    @Test
    void aLineThatOnlyHasAnotherReasonOrReturnsIsNot() {
        posts(0, "explained", EntryKind.NEW, "100", "sold");
        posts(0, "returns", EntryKind.NEW, "20", "sold");
        posts(1, "explained", EntryKind.EXPLAINED, "0", "another plan text");
        posts(1, "returns", EntryKind.CHANGED, "-5", "credited");
        posts(2, "returns", EntryKind.CHANGED, "5", "credit note undone");
        posts(3, "explained", EntryKind.CHANGED, "1", "sold more");

        assertThat(between(1, 3)).isEmpty();
        assertThat(between(1, 4)).containsExactly("explained 100 -> 101 [sold more]");
    }

    /** An adjustment of a closed month is there as long as it comes to something. */
    @Test
    void anAdjustmentThatComesToNothingIsNotThere() {
        adjusts(0, "x", EntryKind.CHANGED, "7", "late");
        adjusts(1, "x", EntryKind.CHANGED, "-7", "taken back");
        adjusts(2, "x", EntryKind.GONE, "-3", "gone");

        assertThat(between(0, 1)).containsExactly("x null -> 7 [late]");
        assertThat(between(1, 2)).containsExactly("x 7 -> null [taken back]");
        assertThat(between(2, 3)).containsExactly("x null -> -3 [gone]");
        assertThat(posted).allMatch(StatementChange::adjusts);
    }

    private List<String> between(int from, int to) {
        return StatementVersion.between(StatementVersion.of(posted.reversed()), from, to).stream()
                .map(StatementVersionTest::told)
                .toList();
    }

    private static String told(Changed changed) {
        return changed.line().line() + " " + changed.before() + " -> " + changed.after() + " " + changed.causes();
    }

    private void posts(int second, String line, EntryKind kind, String delta, String cause) {
        add(second, line, NOVEMBER, kind, delta, cause);
    }

    private void adjusts(int second, String line, EntryKind kind, String delta, String cause) {
        add(second, line, NOVEMBER.minusMonths(1), kind, delta, cause);
    }

    private void add(int second, String line, YearMonth earned, EntryKind kind, String delta, String cause) {
        posted.add(new StatementChange(
                posted.size() + 1,
                line,
                earned,
                NOVEMBER,
                kind,
                "Commission",
                "D-1",
                new BigDecimal(delta),
                new BigDecimal(delta),
                Currency.getInstance("EUR"),
                cause,
                FIRST.plusSeconds(second),
                "{}"));
    }
}
