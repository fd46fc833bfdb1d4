package org.koploper.game;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose name is on boards. Where the organisation allows it, somebody can be an anonymous colleague to others: the value
 * and the rank stay, the name, the id and the team go. The person and the managers above still see it is them. This
 * hides a name and no more: among few people a value may give away whose it is.
 */
@Service
public class BoardNames {

    private static final Trail.Subject BOARDS = new Trail.Subject("boards", "1", "Boards");

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    BoardNames(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether people may hide their name. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public boolean mayHide() {
        return jdbc.sql("select may_hide_name from board_settings where id = 1")
                .query(Boolean.class)
                .single();
    }

    /** Lets people hide their name, or not; who hid it before is seen again at once, and hidden again when it is allowed again. */
    @PreAuthorize("hasAnyRole('HR','ADMIN')")
    @Transactional
    public void allowHiding(boolean allowed) {
        int changed = jdbc.sql(
                        "update board_settings set may_hide_name = :allowed where id = 1 and may_hide_name <> :allowed")
                .param("allowed", allowed)
                .update();
        if (changed > 0) {
            trail.record("boards.hiding-allowed", BOARDS, String.valueOf(!allowed), String.valueOf(allowed), null);
        }
    }

    /** Whether the caller asked to be hidden; it has an effect only where {@link #mayHide()}. */
    @PersonOnly
    @Transactional(readOnly = true)
    public boolean hidesMe() {
        return hides(Caller.now().self());
    }

    /** Hides the caller's name from colleagues, or shows it again. */
    @PersonOnly
    @Transactional
    public void hideMe(boolean hide) {
        CurrentUser user = Caller.now();
        PersonId self = user.self();
        if (hides(self) == hide) {
            return;
        }
        jdbc.sql(
                        hide
                                ? "insert into hidden_on_boards (person_id) values (:person)"
                                : "delete from hidden_on_boards where person_id = :person")
                .param("person", self.value())
                .update();
        trail.record(
                "boards.name-hidden",
                new Trail.Subject("person", self.toString(), user.name()),
                String.valueOf(!hide),
                String.valueOf(hide),
                null);
    }

    private boolean hides(PersonId person) {
        return jdbc.sql("select count(*) from hidden_on_boards where person_id = :person")
                        .param("person", person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those whose name the caller may not read on a board: hidden, not the caller, not below the caller today. */
    Set<Long> hiddenFromCaller() {
        PersonId caller = Caller.now().person();
        return Once.read(
                new HiddenFrom(caller),
                () -> Set.copyOf(jdbc.sql("""
                select h.person_id from hidden_on_boards h
                where exists (select 1 from board_settings s where s.id = 1 and s.may_hide_name)
                  and h.person_id <> :caller
                  and not exists (select 1 from managers_above a where a.person_id = h.person_id
                    and a.manager_id = :caller and a.from_day <= :today and a.to_day >= :today)
                """)
                        .param("caller", caller == null ? 0L : caller.value())
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .list()));
    }

    private record HiddenFrom(@Nullable PersonId caller) {}
}
