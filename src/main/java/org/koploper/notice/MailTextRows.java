package org.koploper.notice;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation's own words for mails. */
@Component
class MailTextRows {

    private final JdbcClient jdbc;
    private final Ids ids;

    MailTextRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    Optional<MailWords> of(MailKind mail, String language) {
        return jdbc.sql("select subject, opening, closing from mail_texts where mail = :mail and language = :language")
                .param("mail", mail.name())
                .param("language", language)
                .query((row, n) -> new MailWords(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    Map<MailKind, Map<String, MailWords>> all() {
        Map<MailKind, Map<String, MailWords>> all = new EnumMap<>(MailKind.class);
        jdbc.sql("select mail, language, subject, opening, closing from mail_texts")
                .query(row -> {
                    all.computeIfAbsent(MailKind.valueOf(row.getString(1)), mail -> new HashMap<>())
                            .put(row.getString(2), new MailWords(row.getString(3), row.getString(4), row.getString(5)));
                });
        return all;
    }

    /** In place of what there was; null for nothing. */
    void put(MailKind mail, String language, @Nullable MailWords words) {
        jdbc.sql("delete from mail_texts where mail = :mail and language = :language")
                .param("mail", mail.name())
                .param("language", language)
                .update();
        if (words != null) {
            jdbc.sql("insert into mail_texts (id, mail, language, subject, opening, closing)"
                            + " values (:id, :mail, :language, :subject, :opening, :closing)")
                    .param("id", ids.next())
                    .param("mail", mail.name())
                    .param("language", language)
                    .param("subject", words.subject())
                    .param("opening", words.opening())
                    .param("closing", words.closing())
                    .update();
        }
    }
}
