package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.records.Counts;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordShelf;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers answered: which scores there are, and who reads what about whom. */
abstract class CustomerAnswersContract extends SalesTrial {

    private static final String KIND = "survey-answers-customer";

    @Autowired
    RecordShelf shelf;

    private Map<String, @Nullable Object> answer(String key, @Nullable Object satisfied, @Nullable Object returns) {
        return row(
                "externalId",
                x + key,
                "answeredOn",
                MARCH,
                "satisfaction",
                satisfied,
                "returnIntention",
                returns,
                "comment",
                "Delivered early");
    }

    @Test
    void theEndsOfTheScaleAreScoresAndEitherScoreIsEnough() {
        Taken taken = take(KIND, answer("low", 1, 5), answer("high", 5, null), answer("back", null, 1));

        assertThat(taken.issues()).isEmpty();
        assertThat(taken.counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(take(KIND, answer("low", 1, 5)).counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void whatIsNoScoreIsRefusedInPlainWords() {
        assertThat(take(KIND, answer("none", null, null)).issues()).containsExactly("2 satisfaction score-missing []");
        assertThat(take(KIND, answer("zero", 0, 6)).issues())
                .containsExactly(
                        "2 satisfaction score-out-of-range [0, 1, 5]",
                        "2 returnIntention score-out-of-range [6, 1, 5]");
    }

    @Test
    void anAnswerAboutADealIsReadByWhoSoldItAndByNobodyBesideThem() {
        take("deals", won());
        Map<String, @Nullable Object> about = answer("deal", 4, 4);
        about.put("deal", x + "D");
        assertThat(take(KIND, about, answer("nobody", 2, 2)).issues()).isEmpty();

        assertThat(read(id("ann"), Role.REP)).isOne();
        assertThat(read(id("ben"), Role.REP)).isZero();
        assertThat(read(id("ben"), Role.ADMIN)).isEqualTo(2);
        assertThat(As.user(id("ann"), Set.of(Role.FINANCE), shelf::kinds))
                .as("where pay is read")
                .noneMatch(kind -> kind.name().equals(KIND));
        assertThat(As.user(id("ann"), Set.of(Role.HR), shelf::kinds))
                .as("where colleagues are asked")
                .noneMatch(kind -> kind.name().equals(KIND));
    }

    private int read(PersonId person, Role role) {
        return As.user(person, Set.of(role), () -> shelf.count(KIND, new RecordQuery(x, Map.of(), null, false, 0, 50)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends CustomerAnswersContract {}

    @OnPostgres
    static class OnPostgresTest extends CustomerAnswersContract {}
}
