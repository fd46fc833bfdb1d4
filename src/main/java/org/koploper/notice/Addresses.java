package org.koploper.notice;

import java.util.Locale;
import java.util.Optional;
import org.koploper.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where and in which language mails reach people. */
@Component
class Addresses {

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person's own address, else the name to sign in with where that is one; empty where neither is. */
    Optional<Receiver> of(PersonId person) {
        return jdbc.sql("""
                select p.name, o.name as organisation, p.email, a.username, coalesce(a.language_tag, o.language_tag) as language_tag, a.enabled
                from accounts a join persons p on p.id = a.person_id join organisation o on o.id = 1
                where a.person_id = :person
                """)
                .param("person", person.value())
                .query((row, n) -> {
                    String address =
                            row.getString("email") == null ? row.getString("username") : row.getString("email");
                    return new Receiver(
                            row.getString("name"),
                            row.getString("organisation"),
                            address.strip(),
                            Locale.forLanguageTag(row.getString("language_tag")),
                            row.getBoolean("enabled"));
                })
                .optional()
                .filter(receiver -> receiver.address().matches("[^@\\s]+@[^@\\s]+"));
    }

    /** That person as somebody who reads a mail in that language, whether or not one could reach the person. */
    Receiver reader(PersonId person, Locale locale) {
        return jdbc.sql("select p.name, o.name as organisation from persons p join organisation o on o.id = 1"
                        + " where p.id = :person")
                .param("person", person.value())
                .query((row, n) -> new Receiver(row.getString(1), row.getString(2), "", locale, true))
                .optional()
                .orElseGet(() -> new Receiver("", "", "", locale, true));
    }

    /** @param enabled whether the person may sign in */
    record Receiver(String name, String organisation, String address, Locale locale, boolean enabled) {

        /** The same, reading another language. */
        Receiver in(Locale other) {
            return new Receiver(name, organisation, address, other, enabled);
        }
    }
}
