package org.koploper.kpi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    /** A name after a colon, but not the minutes of a time. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z]+)");

    private static final String WHOSE = "{whose}";
    private static final int PORTION = 100;

    /** As many stretches of time as a hundred goals for a year have months. */
    private static final int MOST_WORK = 1200;

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

    /**
     * One question of several, with its own parameters.
     *
     * @param with tables that its query stands on, each named with {@code {whose}} at its end; empty for none
     * @param work how many stretches of time it looks at one by one
     * @param sql a query that says whose its rows are in a column {@code {whose} as whose}
     */
    record Question(KpiScope scope, int work, String with, String sql, Map<String, Object> params) {

        Question(KpiScope scope, String sql, Map<String, Object> params) {
            this(scope, 1, "", sql, params);
        }
    }

    @FunctionalInterface
    interface RowOf {
        /** @param whose which question it answers, from 0 */
        void add(ResultSet row, int whose) throws SQLException;
    }

    /**
     * The answers to questions that have the same columns, in one statement for every {@value #PORTION} of them: a database
     * does not mind long ones, but takes its time for each. Those that are work for each stretch of time are fewer together when
     * they have many.
     */
    void each(List<Question> questions, RowOf rows) {
        for (int from = 0, to; from < questions.size(); from = to) {
            to = portion(questions, from);
            List<Question> portion = questions.subList(from, to);
            StringJoiner tables = new StringJoiner(", ", "with ", " ").setEmptyValue("");
            StringJoiner parts = new StringJoiner(" union all ");
            Map<String, Object> params = new HashMap<>();
            for (int i = 0; i < portion.size(); i++) {
                Question question = portion.get(i);
                int whose = from + i;
                if (!question.with().isEmpty()) {
                    tables.add(asked(question.with(), whose));
                }
                parts.add(asked(question.sql(), whose));
                Map<String, Object> own = new HashMap<>(question.params());
                own.put("subject", Objects.requireNonNullElse(question.scope().id(), 0L));
                own.put("teams", teams(question.scope()));
                own.forEach((name, value) -> params.put(name + whose, value));
            }
            RowCallbackHandler each = row -> rows.add(row, row.getInt("whose"));
            jdbc.sql(tables + parts.toString()).params(params).query(each);
        }
    }

    /** Where the next statement begins. */
    private static int portion(List<Question> questions, int from) {
        int to = from;
        int work = 0;
        do {
            work += questions.get(to).work();
            to++;
        } while (to < questions.size()
                && to - from < PORTION
                && work + questions.get(to).work() <= MOST_WORK);
        return to;
    }

    /** With its number at the end of every parameter. */
    private String asked(String sql, int whose) {
        return PARAMETER
                .matcher(spoken(sql).replace(WHOSE, String.valueOf(whose)))
                .replaceAll(":$1" + whose);
    }

    /** With {@code :subject} for the id of a person or customer, and {@code :teams} for the team with those below it. */
    JdbcClient.StatementSpec about(KpiScope scope, String sql) {
        return jdbc.sql(spoken(sql).replace(WHOSE, "0"))
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
            case TEAM -> " and exists (select 1 from memberships sm where " + member("sm", person, day) + ")";
        };
    }

    /** Whether there are teams below that one. */
    boolean hasSomeBelow(KpiScope team) {
        return teams(team).size() > 1;
    }

    /** That a membership is of that person in one of {@code :teams} on that day. */
    static String member(String membership, String person, String day) {
        return "%1$s.person_id = %2$s and %1$s.team_id in (:teams) and %1$s.from_day <= %3$s and (%1$s.to_day is null or %1$s.to_day >= %3$s)"
                .formatted(membership, person, day);
    }

    private String spoken(String sql) {
        String days = DAYS.matcher(sql).replaceAll(embedded ? "datediff('day', $1, $2)" : "(($2) - ($1))");
        return MINUTES.matcher(days)
                .replaceAll(
                        embedded
                                ? "datediff('minute', $1, $2)"
                                : "cast(floor(extract(epoch from ($2) - ($1)) / 60) as integer)");
    }

    /** That team with those below it; 0 for none where it is no team. */
    List<Long> teams(KpiScope scope) {
        return scope.kind() == KpiScope.Kind.TEAM
                ? directory.below(new TeamId(Objects.requireNonNull(scope.id()))).stream()
                        .map(TeamId::value)
                        .toList()
                : List.of(0L);
    }
}
