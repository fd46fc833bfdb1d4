package org.koploper.notice;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.notice.Choices.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people chose, in the database. */
@Component
class ChoiceRows {

    private static final int MINUTES = 60;

    private final JdbcClient jdbc;

    ChoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Choices of(PersonId person) {
        Map<NoticeKind, Choice> kinds = new EnumMap<>(NoticeKind.class);
        jdbc.sql("select kind, bell, mail from notice_choices where person_id = :person")
                .param("person", person.value())
                .query(row -> {
                    kinds.put(
                            NoticeKind.valueOf(row.getString("kind")),
                            new Choice(row.getBoolean("bell"), MailMode.valueOf(row.getString("mail"))));
                });
        Quiet quiet = jdbc.sql(
                        "select from_minute, to_minute, weekends, holidays from notice_quiet where person_id = :person")
                .param("person", person.value())
                .query((row, n) -> new Quiet(
                        LocalTime.ofSecondOfDay(row.getInt("from_minute") * (long) MINUTES),
                        LocalTime.ofSecondOfDay(row.getInt("to_minute") * (long) MINUTES),
                        row.getBoolean("weekends"),
                        row.getBoolean("holidays")))
                .optional()
                .orElse(Quiet.PROPOSED);
        return new Choices(kinds, quiet);
    }

    void keep(PersonId person, Choices choices) {
        jdbc.sql("delete from notice_choices where person_id = :person")
                .param("person", person.value())
                .update();
        choices.kinds()
                .forEach((kind, choice) -> jdbc.sql(
                                "insert into notice_choices (person_id, kind, bell, mail) values (:person, :kind, :bell, :mail)")
                        .param("person", person.value())
                        .param("kind", kind.name())
                        .param("bell", choice.bell())
                        .param("mail", choice.mail().name())
                        .update());
        jdbc.sql("delete from notice_quiet where person_id = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("insert into notice_quiet (person_id, from_minute, to_minute, weekends, holidays)"
                        + " values (:person, :from, :to, :weekends, :holidays)")
                .param("person", person.value())
                .param("from", choices.quiet().from().toSecondOfDay() / MINUTES)
                .param("to", choices.quiet().to().toSecondOfDay() / MINUTES)
                .param("weekends", choices.quiet().weekends())
                .param("holidays", choices.quiet().holidays())
                .update();
    }
}
