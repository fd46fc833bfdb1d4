package org.koploper.api;

import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortBook;
import org.koploper.kpi.EffortForecast;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From effort to result for programs. */
@RestController
class EffortController {

    private static final int MOST_MEETINGS = 500;
    private static final BigDecimal USUAL_CERTAINTY = new BigDecimal("0.8");
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("0.99");

    private final EffortBook book;
    private final Directory directory;
    private final Clock clock;

    EffortController(EffortBook book, Directory directory, Clock clock) {
        this.book = book;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The weekly efforts of {@code org}, {@code team:ID} or {@code person:ID} with their Monday in the period; without days: the
     * current month. With {@code target} also how many calls so many meetings need.
     */
    @GetMapping("/api/v1/effort")
    @PreAuthorize("hasAuthority('SCOPE_boards')")
    public EffortAnswer effort(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String certainty) {
        Period period = AskedPeriod.of(from, to, clock);
        if (scope == null) {
            throw ApiProblem.invalid("scope", "missing-parameter", "scope");
        }
        Integer meetings = target == null ? null : meetings(target);
        BigDecimal sure = certainty == null ? USUAL_CERTAINTY : certainty(certainty);
        Effort effort = found(scope, period);
        return EffortAnswer.of(
                scope,
                effort,
                meetings == null
                        ? null
                        : EffortForecast.of(effort.weeks(), meetings).orElse(null),
                sure);
    }

    private Effort found(String scope, Period period) {
        try {
            if (scope.equals("org")) {
                return book.together(period);
            }
            String id = scope.substring(scope.indexOf(':') + 1);
            if (scope.startsWith("team:")) {
                TeamRef team = directory.teamByExternalId(id).orElseThrow(ApiProblem::notFound);
                return book.ofTeam(team.id(), period);
            }
            if (scope.startsWith("person:")) {
                PersonRef person = directory.personByExternalId(id).orElseThrow(ApiProblem::notFound);
                return book.of(person.id(), period);
            }
        } catch (AccessDeniedException foreign) {
            throw ApiProblem.notFound();
        }
        throw ApiProblem.invalid("scope", "unknown-code", ApiProblem.shortened(scope), "org, team:ID, person:ID");
    }

    private static int meetings(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int meetings = Integer.parseInt(text);
            if (meetings >= 1 && meetings <= MOST_MEETINGS) {
                return meetings;
            }
        }
        throw ApiProblem.invalid(
                "target", "not-between", ApiProblem.shortened(text), "1", String.valueOf(MOST_MEETINGS));
    }

    private static BigDecimal certainty(String text) {
        if (text.matches("0?[.][0-9]{1,4}")) {
            BigDecimal certainty = new BigDecimal(text);
            if (certainty.compareTo(LEAST) >= 0 && certainty.compareTo(MOST) <= 0) {
                return certainty;
            }
        }
        throw ApiProblem.invalid(
                "certainty", "not-between", ApiProblem.shortened(text), LEAST.toPlainString(), MOST.toPlainString());
    }
}
