package org.koploper.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How somebody arranges the cards of a screen. */
abstract class OwnCardsContract {

    private static final List<String> KEYS = List.of("a", "b", "c");

    @Autowired
    OwnCards cards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private PersonId an;
    private PersonId bo;

    @BeforeEach
    void twoPeople() {
        an = person();
        bo = person();
    }

    @Test
    void withoutAChoiceTheScreenDecides() {
        assertThat(text(an, KEYS)).isEqualTo("a,b,c");
    }

    @Test
    void whatIsMovedAndHiddenStaysSoForThatPersonAlone() {
        keep(an, order(an).move("c", -1).show("a", false));

        assertThat(text(an, KEYS)).isEqualTo("-a,c,b");
        assertThat(text(bo, KEYS)).isEqualTo("a,b,c");
        keep(an, order(an).show("a", true));
        assertThat(text(an, KEYS)).isEqualTo("a,c,b");
    }

    @Test
    void aNewCardStandsAtTheEndAndOneThatIsGoneIsForgotten() {
        keep(an, order(an).move("a", 1));

        assertThat(text(an, List.of("b", "c", "d", "a"))).isEqualTo("b,a,c,d");
        assertThat(text(an, List.of("c", "a"))).isEqualTo("a,c");
    }

    @Test
    void atTheEndsOfTheListNothingMoves() {
        CardOrder order = CardOrder.usual(KEYS);

        assertThat(order.move("a", -1)).isEqualTo(order);
        assertThat(order.move("c", 1)).isEqualTo(order);
        assertThat(order.move("nothing", 1)).isEqualTo(order);
    }

    @Test
    void keepingTheSameAgainLeavesNoTrail() {
        keep(an, order(an).move("a", 1));
        keep(an, order(an));

        assertThat(jdbc.sql("select count(*) from audit_records where action = 'cards.arranged' and object_ref = :an")
                        .param("an", an.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private CardOrder order(PersonId person) {
        return as(person, KEYS);
    }

    private String text(PersonId person, List<String> keys) {
        return as(person, keys).text();
    }

    private CardOrder as(PersonId person, List<String> keys) {
        return As.user(person, Set.of(Role.REP), () -> cards.of("screen", keys));
    }

    private void keep(PersonId person, CardOrder order) {
        As.user(person, Set.of(Role.REP), () -> {
            cards.keep("screen", order);
            return order;
        });
    }

    private PersonId person() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, 'Somebody', 0)")
                .params(id, "C" + id)
                .update();
        return new PersonId(id);
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnCardsContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnCardsContract {}
}
