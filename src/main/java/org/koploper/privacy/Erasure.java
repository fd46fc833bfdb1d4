package org.koploper.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.audit.Trail;
import org.koploper.people.PeopleChanged;
import org.koploper.privacy.Traces.Rows;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes somebody who left a number: name, address, account and everything of one's own go; deals, amounts and the ledger
 * stay, under the number. It cannot be taken back. The trail only grows, so it keeps the names it was written with.
 */
@Service
public class Erasure {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final String ADMIN = "hasAnyRole('ADMIN')";

    /** External id of whom nobody is called any more, with a number behind it. */
    private static final String FORMER = "former-";

    private static final String OPEN = "d.stage in ('PROSPECTING', 'ENGAGING', 'QUOTED')";

    private final JdbcClient jdbc;
    private final Mentions mentions;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Erasure(JdbcClient jdbc, Mentions mentions, Trail trail, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.mentions = mentions;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** What somebody is called before it. */
    private record Known(
            String externalId,
            String name,
            @Nullable String email,
            @Nullable String username,
            boolean namesake) {}

    /** What erasing that person would do, and what stands in the way. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Outlook outlook(PersonId person) {
        Known known = known(person);
        Set<Obstacle> obstacles = obstacles(person, known);
        List<Held> rewritten = new ArrayList<>(List.of(new Held("person", 1)));
        // reading all texts takes its time: only where the next click can be the last one
        long texts = obstacles.isEmpty() ? mentions.count(names(known, "", "")) : 0;
        if (texts > 0) {
            rewritten.add(new Held("texts", texts));
        }
        return new Outlook(obstacles, counted(Traces.GOES, person), rewritten, counted(Traces.STAYS, person));
    }

    /**
     * Erases somebody.
     *
     * @param former what a former colleague is called, with {@code {0}} for the number
     * @param reason why, in the trail; the person's name in it is replaced too
     * @return the new name
     * @throws NotErased when something stands in the way
     */
    @PreAuthorize(ADMIN)
    @Transactional
    public String erase(PersonId person, String former, String reason) {
        // a second one waits here, and gets the next number
        jdbc.sql("update turns set taken = taken + 1 where name = 'erasing'").update();
        Known known = known(person);
        Set<Obstacle> obstacles = obstacles(person, known);
        if (!obstacles.isEmpty()) {
            throw new NotErased(obstacles);
        }
        long number = jdbc.sql("select taken from turns where name = 'erasing'")
                .query(Long.class)
                .single();
        String name = former.replace("{0}", Long.toString(number));
        String externalId = FORMER + number;
        for (Rows rows : Traces.GOES) {
            jdbc.sql("delete from " + rows.table() + " where " + rows.condition())
                    .param("person", person.value())
                    .update();
        }
        jdbc.sql("update persons set external_id = :externalId, name = :name, email = null, version = version + 1"
                        + " where id = :person")
                .param("externalId", externalId)
                .param("name", name)
                .param("person", person.value())
                .update();
        // the days count for what others are compared with; why somebody was away does not
        jdbc.sql("update absences set kind = 'OTHER' where person_id = :person")
                .param("person", person.value())
                .update();
        Names names = names(known, name, externalId);
        mentions.replace(names);
        trail.record(
                "person.erased", new Trail.Subject("person", externalId, name), null, null, names.replacedIn(reason));
        events.publishEvent(new PeopleChanged(ids.next()));
        return name;
    }

    private Known known(PersonId person) {
        return jdbc.sql("""
                select p.external_id, p.name, p.email, a.username,
                  (select count(*) from persons o where o.id <> p.id and lower(o.name) = lower(p.name)) as namesakes
                from persons p left join accounts a on a.person_id = p.id where p.id = :person
                """)
                .param("person", person.value())
                .query((row, number) -> new Known(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5) > 0))
                .single();
    }

    /** Where two bear the same name, a text does not say which of them it means: there it stays. */
    private static Names names(Known known, String name, String externalId) {
        Names names = new Names();
        // the longest first: an address can begin with a name
        if (known.email() != null && !known.email().isBlank()) {
            names.with(known.email(), externalId);
        }
        if (known.username() != null) {
            names.with(known.username(), externalId);
        }
        if (!known.namesake()) {
            names.with(known.name(), name);
        }
        if (known.externalId().chars().anyMatch(Character::isLetter)) {
            names.with(known.externalId(), externalId);
        }
        return names;
    }

    private Set<Obstacle> obstacles(PersonId person, Known known) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (known.externalId().matches(FORMER + "\\d+")) {
            obstacles.add(Obstacle.ERASED);
        }
        if (Caller.now().is(person)) {
            obstacles.add(Obstacle.ONESELF);
        }
        if (any("accounts where person_id = :person and enabled = true", person)) {
            obstacles.add(Obstacle.ACCOUNT_OPEN);
        }
        if (any("persons p where p.id = :person and " + here("p"), person)) {
            obstacles.add(Obstacle.STILL_HERE);
        }
        if (any(
                "deals d where " + OPEN + " and (d.owner_id = :person or exists"
                        + " (select 1 from deal_splits s where s.deal_id = d.id and s.person_id = :person) or exists"
                        + " (select 1 from deal_overlays s where s.deal_id = d.id and s.person_id = :person))",
                person)) {
            obstacles.add(Obstacle.OPEN_DEALS);
        }
        if (any(
                "reporting_lines r join persons p on p.id = r.person_id where r.manager_id = :person"
                        + " and (r.to_day is null or r.to_day >= :today) and " + here("p"),
                person)) {
            obstacles.add(Obstacle.MANAGES);
        }
        return obstacles;
    }

    /** Employed today or later; where no employment was ever said, in a team. */
    private static String here(String person) {
        return """
                (exists (select 1 from employments e where e.person_id = %1$s.id
                    and (e.to_day is null or e.to_day >= :today))
                  or (not exists (select 1 from employments e where e.person_id = %1$s.id)
                    and exists (select 1 from memberships m where m.person_id = %1$s.id
                      and (m.to_day is null or m.to_day >= :today))))
                """.formatted(person);
    }

    private boolean any(String rows, PersonId person) {
        return jdbc.sql("select count(*) from " + rows)
                        .param("person", person.value())
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Held> counted(List<Rows> traces, PersonId person) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Rows rows : traces) {
            counts.merge(
                    rows.what(),
                    jdbc.sql("select count(*) from " + rows.table() + " where " + rows.condition())
                            .param("person", person.value())
                            .query(Long.class)
                            .single(),
                    Long::sum);
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> new Held(count.getKey(), count.getValue()))
                .toList();
    }
}
