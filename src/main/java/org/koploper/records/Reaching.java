package org.koploper.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Scope;
import org.koploper.records.Audience.Act;
import org.koploper.records.Audience.Grant;
import org.koploper.records.Audience.Tie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the {@link Audience} of a kind means for who acts now, as a condition inside queries. */
@Component
class Reaching {

    private static final String BELOW = "exists (select 1 from managers_above a where a.person_id = %s"
            + " and a.manager_id = :self and a.from_day <= :today and a.to_day >= :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Reaching(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The parameters that every condition may use. */
    Map<String, Object> params() {
        CurrentUser user = Caller.now();
        // nobody has the id -1: a token of the organisation owns nothing
        long self = user.person() == null ? -1L : user.person().value();
        return Map.of("self", self, "today", LocalDate.now(clock));
    }

    /** Whether who acts now may ever do that with some record of the kind. */
    boolean ever(Act act, RecordKind kind) {
        return Caller.now().system() || isForToken(act) || !grants(act, kind).isEmpty();
    }

    /** A condition on the kind's table with the alias r. */
    String may(Act act, RecordKind kind) {
        if (Caller.now().system()) {
            return "1 = 1";
        }
        if (isForToken(act)) {
            String pay = kind.byHand().audience().pay();
            return pay == null || Caller.isOrganisationTokenFor(Scope.STATEMENTS) ? "1 = 1" : "not (" + pay + ")";
        }
        List<Grant> grants = grants(act, kind);
        if (grants.isEmpty()) {
            return "1 = 0";
        }
        return grants.stream()
                .map(grant -> condition(grant, kind.byHand().audience().ties()))
                .distinct()
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** A condition for what who acts now may choose as a reference. */
    String mayName(RecordKind kind) {
        boolean known = kind.byHand().audience().named() && Caller.now().person() != null;
        return known ? "1 = 1" : may(Act.SEE, kind);
    }

    /** Whether who acts now may do that with this record. */
    boolean may(Act act, RecordKind kind, long id) {
        return jdbc.sql("select count(*) from " + kind.table() + " r where r.id = :id and " + may(act, kind))
                        .params(params())
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A token of the organisation has no roles and no reach, only scopes. */
    private static boolean isForToken(Act act) {
        return Caller.isOrganisationTokenFor(act == Act.SEE ? Scope.RECORDS : Scope.IMPORTS);
    }

    private static List<Grant> grants(Act act, RecordKind kind) {
        CurrentUser user = Caller.now();
        return kind.byHand().audience().grants().stream()
                .filter(grant -> grant.act() == act)
                .filter(grant -> grant.role() == null ? user.person() != null : user.has(grant.role()))
                .toList();
    }

    private static String condition(Grant grant, List<Tie> ties) {
        String reached = switch (grant.reach()) {
            case ALL -> "1 = 1";
            case OWN -> tied(grant.act(), ties, "%s = :self");
            case BELOW -> tied(grant.act(), ties, BELOW);
        };
        return grant.where() == null ? reached : "(" + reached + " and " + grant.where() + ")";
    }

    private static String tied(Act act, List<Tie> ties, String person) {
        return ties.stream()
                .filter(tie -> act == Act.SEE || tie.owner())
                .map(tie -> {
                    String holds = person.formatted(tie.person());
                    return tie.through() == null
                            ? holds
                            : "exists (select 1 from " + tie.through() + " and " + holds + ")";
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
