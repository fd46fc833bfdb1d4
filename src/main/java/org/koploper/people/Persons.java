package org.koploper.people;

import org.koploper.access.PersonId;
import org.koploper.access.PersonNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names for the sign-in. */
@Component
class Persons implements PersonNames {

    private final JdbcClient jdbc;

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nameOf(PersonId person) {
        return jdbc.sql("select name from persons where id = :id")
                .param("id", person.value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
