package org.koploper.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notices in the database; every query names the person they are for. */
@Component
class NoticeRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final String COLUMNS =
            "select id, kind, sentence, args, subject, pieces, actor, noticed_at, read_at from notices ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    int unread(PersonId person, List<NoticeKind> kinds) {
        return jdbc.sql(
                        "select count(*) from notices where person_id = :person and read_at is null and kind in (:kinds)")
                .param("person", person.value())
                .param("kinds", names(kinds))
                .query(Integer.class)
                .single();
    }

    List<Notice> newest(PersonId person, List<NoticeKind> kinds, int limit) {
        return jdbc.sql(COLUMNS + "where person_id = :person and kind in (:kinds)"
                        + " order by noticed_at desc, id desc limit :limit")
                .param("person", person.value())
                .param("kinds", names(kinds))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    int count(PersonId person, boolean unread) {
        return jdbc.sql("select count(*) from notices where person_id = :person" + only(unread))
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    List<Notice> page(PersonId person, boolean unread, int offset, int limit) {
        return jdbc.sql(COLUMNS + "where person_id = :person" + only(unread)
                        + " order by noticed_at desc, id desc offset :offset rows fetch next :limit rows only")
                .param("person", person.value())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static String only(boolean unread) {
        return unread ? " and read_at is null" : "";
    }

    Optional<Notice> find(PersonId person, long id) {
        return jdbc.sql(COLUMNS + "where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.value())
                .query((row, n) -> read(row))
                .optional();
    }

    void mark(PersonId person, long id, @Nullable Instant readAt) {
        jdbc.sql("update notices set read_at = :at where id = :id and person_id = :person")
                .param("at", readAt == null ? null : Moments.utc(readAt), Types.TIMESTAMP)
                .param("id", id)
                .param("person", person.value())
                .update();
    }

    int readAll(PersonId person, Instant at) {
        return jdbc.sql("update notices set read_at = :at where person_id = :person and read_at is null")
                .param("at", Moments.utc(at))
                .param("person", person.value())
                .update();
    }

    int unreadAgain(PersonId person, Instant readAt) {
        return jdbc.sql("update notices set read_at = null where person_id = :person and read_at = :at")
                .param("at", Moments.utc(readAt))
                .param("person", person.value())
                .update();
    }

    int deleteOlderThan(Instant moment) {
        return jdbc.sql("delete from notices where noticed_at < :moment")
                .param("moment", Moments.utc(moment))
                .update();
    }

    Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("sentence"),
                json.readValue(row.getString("args"), TEXTS),
                row.getString("subject"),
                row.getInt("pieces"),
                row.getString("actor"),
                Moments.instant(row.getTimestamp("noticed_at")),
                row.getTimestamp("read_at") != null);
    }

    private static List<String> names(List<NoticeKind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }
}
