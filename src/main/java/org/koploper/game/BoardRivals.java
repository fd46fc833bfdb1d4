package org.koploper.game;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom people compare with on boards. The choice is known to nobody but the one who made it: every query asks for the
 * caller's own, and the trail says that something was chosen, not whom.
 */
@Service
public class BoardRivals {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final BoardNames names;

    BoardRivals(JdbcClient jdbc, Trail trail, BoardNames names) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.names = names;
    }

    /**
     * The caller's own choice; empty where there is none, where that person now hides the name, and for who only looks as
     * the one who made it.
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public Optional<PersonId> mine() {
        if (Caller.now().onlyLooks()) {
            return Optional.empty();
        }
        return kept().filter(rival -> !names.hiddenFromCaller().contains(rival.value()));
    }

    /**
     * Chooses somebody, or nobody any more.
     *
     * @throws AccessDeniedException for oneself, somebody who hides the name, or nobody who exists
     */
    @PersonOnly
    @Transactional
    public void choose(@Nullable PersonId rival) {
        CurrentUser user = Caller.now();
        Optional<PersonId> before = kept();
        if (before.equals(Optional.ofNullable(rival))) {
            return;
        }
        if (rival != null && (user.is(rival) || !isKnown(rival))) {
            throw new AccessDeniedException("Not somebody to compare with");
        }
        jdbc.sql("delete from board_rivals where person_id = :self")
                .param("self", user.self().value())
                .update();
        if (rival != null) {
            jdbc.sql("insert into board_rivals (person_id, rival_id) values (:self, :rival)")
                    .param("self", user.self().value())
                    .param("rival", rival.value())
                    .update();
        }
        trail.record(
                "boards.rival-chosen",
                new Trail.Subject("person", user.self().toString(), user.name()),
                null,
                null,
                null);
    }

    private boolean isKnown(PersonId rival) {
        return !names.hiddenFromCaller().contains(rival.value())
                && jdbc.sql("select count(*) from persons where id = :rival")
                                .param("rival", rival.value())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private Optional<PersonId> kept() {
        return jdbc.sql("select rival_id from board_rivals where person_id = :self")
                .param("self", Caller.now().self().value())
                .query(Long.class)
                .optional()
                .map(PersonId::new);
    }
}
