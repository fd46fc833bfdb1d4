package org.koploper.game;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.Metric;
import org.koploper.kpi.Note;
import org.koploper.people.Presence;
import org.koploper.people.Presence.Present;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Boards over KPIs, never over pay; everybody who is signed in may read them. */
@Service
public class Leaderboard {

    /** Who was there on fewer working days in a period is not ranked in it; for periods of at least {@link #LONG_DAYS} days. */
    public static final int FEWEST_DAYS = 10;

    /** The shortest month. */
    public static final int LONG_DAYS = 28;

    private final BoardRows boardRows;
    private final Presence presence;
    private final WorkCalendars calendars;
    private final Clock clock;

    Leaderboard(BoardRows boardRows, Presence presence, WorkCalendars calendars, Clock clock) {
        this.boardRows = boardRows;
        this.presence = presence;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * How much of a target for these days is expected by now: the working days of the organisation that are gone, today
     * included, of all of them; 1 once they are over. Null where there are none, or none has begun.
     */
    @SignedInOnly
    public @Nullable BigDecimal expectedShare(Period period) {
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(period.from())) {
            return null;
        }
        if (!today.isBefore(period.to())) {
            return BigDecimal.ONE;
        }
        WorkingDays days = calendars.ofOrganisation();
        int all = days.count(period);
        return all == 0
                ? null
                : BigDecimal.valueOf(days.elapsed(period, today))
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    /**
     * Who stands where. On the person level: everybody who sells and was in a team in the period, and everybody with
     * sales; with a team chosen, what was sold as a member of it or of one below it. On the team level: every team in
     * which somebody sells, together with all teams below it, as its goals count. The number of statements does not
     * depend on the number of people.
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Board board(BoardQuery query) {
        Period earlier = query.period().previous();
        @Nullable Present present = present(query, earlier.from());
        Scores now = scores(query, present);
        Scores previous = scores(query.during(earlier), present);
        Map<Long, Integer> before = new HashMap<>();
        // where nobody had anything, all would have shared the first place: that is no rank to come from
        if (previous.rows().stream()
                .anyMatch(row -> row.value() != null && row.value().signum() != 0)) {
            for (Ranking.Placed placed : previous.placed()) {
                if (placed.rank() != null) {
                    before.put(placed.id(), placed.rank());
                }
            }
        }
        Map<Long, Row> rows = new HashMap<>();
        now.rows().forEach(row -> rows.put(row.id(), row));
        List<Standing> standings = now.placed().stream()
                .map(placed -> {
                    Row row = Objects.requireNonNull(rows.get(placed.id()));
                    Standing.Reason reason = placed.rank() != null
                            ? null
                            : now.few().contains(row.id()) ? Standing.Reason.FEW_DAYS : row.reason(query.by());
                    return row.standing(placed.rank(), now.scores().get(row.id()), reason, before.get(row.id()));
                })
                .toList();
        List<Note> notes = new ArrayList<>(now.read().notes());
        notes.addAll(boardRows.outsideTeams(query, now.read()));
        return new Board(query, now.read().currency(), standings, notes, clock.instant());
    }

    /**
     * What somebody's ranks were in the periods of the same kind before, the latest first.
     *
     * @param id of a person or team, as a board has it
     * @param most how many periods
     * @return a null rank where there was none
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<PastRank> past(BoardQuery query, long id, int most) {
        List<PastRank> past = new ArrayList<>();
        List<Period> periods = Stream.iterate(query.period().previous(), Period::previous)
                .limit(most)
                .toList();
        @Nullable Present present = present(query, periods.getLast().from());
        for (Period period : periods) {
            Scores scores = scores(query.during(period), present);
            boolean anything = scores.rows().stream()
                    .anyMatch(row -> row.value() != null && row.value().signum() != 0);
            past.add(new PastRank(
                    period,
                    scores.placed().stream()
                            .filter(placed -> anything && placed.id() == id)
                            .map(Ranking.Placed::rank)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null)));
        }
        return past;
    }

    /** Null where the rule of the fewest days is off: for teams, and over short periods. */
    private @Nullable Present present(BoardQuery query, LocalDate from) {
        return query.level() != Level.PERSON || query.period().days() < LONG_DAYS
                ? null
                : Caller.asSystem(
                        () -> presence.over(new Period(from, query.period().to())));
    }

    private Scores scores(BoardQuery query, @Nullable Present present) {
        BoardRows.Rows read = boardRows.of(query);
        Map<Long, @Nullable BigDecimal> scores = new HashMap<>();
        switch (query.metric() == Metric.ATTAINMENT ? By.VALUE : query.by()) {
            case VALUE -> read.rows().forEach(row -> scores.put(row.id(), row.value()));
            case GOAL -> read.rows().forEach(row -> scores.put(row.id(), row.targetRatio()));
            case GROWTH -> {
                Map<Long, @Nullable BigDecimal> base = new HashMap<>();
                boardRows
                        .of(query.during(Growth.base(query.period(), LocalDate.now(clock))))
                        .rows()
                        .forEach(row -> base.put(row.id(), row.value()));
                read.rows().forEach(row -> scores.put(row.id(), Growth.of(row.value(), base.get(row.id()))));
            }
        }
        Set<Long> few = few(query, read.rows(), present);
        List<Ranking.Scored> all = read.rows().stream()
                .map(row -> new Ranking.Scored(
                        row.id(),
                        Objects.requireNonNullElse(row.name(), ""),
                        few.contains(row.id()) ? null : scores.get(row.id()),
                        query.tieRule() == TieRule.FIRST && query.by() != By.GROWTH ? row.reached() : null))
                .toList();
        return new Scores(read, scores, few, Ranking.rank(all, query.tieRule()));
    }

    private static Set<Long> few(BoardQuery query, List<Row> rows, @Nullable Present present) {
        if (present == null) {
            return Set.of();
        }
        return rows.stream()
                .map(Row::id)
                .filter(id -> present.in(id, query.period()).orElse(FEWEST_DAYS) < FEWEST_DAYS)
                .collect(Collectors.toSet());
    }

    /** @param few who is not ranked although there is a score */
    private record Scores(
            BoardRows.Rows read, Map<Long, @Nullable BigDecimal> scores, Set<Long> few, List<Ranking.Placed> placed) {

        List<Row> rows() {
            return read.rows();
        }
    }

    /**
     * A rank of an earlier period.
     *
     * @param rank null where there was none
     */
    public record PastRank(Period period, @Nullable Integer rank) {}
}
