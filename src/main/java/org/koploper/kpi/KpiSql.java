package org.koploper.kpi;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements about one scope, in the words of the database there is: only days and minutes between two have different ones.
 * Subqueries about one customer or lead say {@code coalesce(stage, '')}: HSQLDB would take the index of all that is won.
 */
@Component
class KpiSql {

    private static final Pattern DAYS = Pattern.compile("\\{days:([^|}]*)\\|([^|}]*)}");
    private static final Pattern MINUTES = Pattern.compile("\\{minutes:([^|}]*)\\|([^|}]*)}");

    private final JdbcClient jdbc;
    private final Directory directory;
    private final boolean embedded;

    KpiSql(JdbcTemplate template, JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.embedded = Boolean.TRUE.equals(template.execute(
                (Connection connection) -> connection.getMetaData().getURL().startsWith("jdbc:hsqldb")));
    }

    /** Whole days from one day to another. */
    static String days(String from, String to) {
        return "{days:" + from + "|" + to + "}";
    }

    /** Whole minutes from one moment to another. */
    static String minutes(String from, String to) {
        return "{minutes:" + from + "|" + to + "}";
    }

    /** With {@code :subject} for the id of a person or customer, and {@code :teams} for the team with those below it. */
    JdbcClient.StatementSpec about(KpiScope scope, String sql) {
        return jdbc.sql(spoken(sql))
                .param("subject", Objects.requireNonNullElse(scope.id(), 0L))
                .param("teams", teams(scope));
    }

    /**
     * What a condition has to add so that only what belongs to the scope counts; nothing for the organisation.
     *
     * @param person column of who did it, as {@code day} is of when and {@code customer} of for whom
     */
    static String within(KpiScope scope, String person, String day, String customer) {
        return switch (scope.kind()) {
            case ORGANISATION -> "";
            case PERSON -> " and " + person + " = :subject";
            case CUSTOMER -> " and " + customer + " = :subject";
            case TEAM ->
                " and exists (select 1 from memberships sm where sm.person_id = " + person
                        + " and sm.team_id in (:teams) and sm.from_day <= " + day
                        + " and (sm.to_day is null or sm.to_day >= " + day + "))";
        };
    }

    private String spoken(String sql) {
        String days = DAYS.matcher(sql).replaceAll(embedded ? "datediff('day', $1, $2)" : "(($2) - ($1))");
        return MINUTES.matcher(days)
                .replaceAll(
                        embedded
                                ? "datediff('minute', $1, $2)"
                                : "cast(floor(extract(epoch from ($2) - ($1)) / 60) as integer)");
    }

    private List<Long> teams(KpiScope scope) {
        return scope.kind() == KpiScope.Kind.TEAM
                ? directory.below(new TeamId(Objects.requireNonNull(scope.id()))).stream()
                        .map(TeamId::value)
                        .toList()
                : List.of(0L);
    }
}
