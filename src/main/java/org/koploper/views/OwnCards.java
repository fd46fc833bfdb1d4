package org.koploper.views;

import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how somebody arranged the cards of a screen, with the account and not with the browser. */
@Service
public class OwnCards {

    private final JdbcClient jdbc;
    private final Trail trail;

    OwnCards(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /**
     * The caller's own arrangement.
     *
     * @param screen its path, without parameters
     * @param keys of the cards it has, in the order it proposes
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public CardOrder of(String screen, List<String> keys) {
        String kept = kept(screen);
        return kept.isEmpty() ? CardOrder.usual(keys) : CardOrder.read(kept, keys);
    }

    /** Keeps an arrangement as the caller's own; keeping the same again changes nothing. */
    @PersonOnly
    @Transactional
    public void keep(String screen, CardOrder order) {
        CurrentUser user = Caller.now();
        String before = kept(screen);
        String after = order.text();
        if (after.equals(before)) {
            return;
        }
        jdbc.sql(
                        before.isEmpty()
                                ? "insert into own_cards (person_id, screen, cards) values (:self, :screen, :cards)"
                                : "update own_cards set cards = :cards where person_id = :self and screen = :screen")
                .param("self", user.self().value())
                .param("screen", screen)
                .param("cards", after)
                .update();
        trail.record(
                "cards.arranged",
                new Trail.Subject("person", user.self().toString(), user.name()),
                before.isEmpty() ? null : before,
                after,
                null);
    }

    private String kept(String screen) {
        return jdbc.sql("select cards from own_cards where person_id = :self and screen = :screen")
                .param("self", Caller.now().self().value())
                .param("screen", screen)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
