package org.koploper.demo;

import java.time.LocalDate;
import java.util.List;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Kudos of the running month, on the last days on which somebody may have sold. They stand for what people did earlier, so
 * nobody is told of them.
 */
@Component
class DemoKudos {

    private static final List<Given> GIVEN = List.of(
            new Given(Cast.WOUT, Cast.AN, 1),
            new Given(Cast.THIJS, Cast.SANNE, 2),
            new Given(Cast.NELE, Cast.WOUT, 3),
            new Given(Cast.FEMKE, Cast.LOTTE, 4));

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Directory directory;

    DemoKudos(JdbcClient jdbc, Ids ids, Directory directory) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.directory = directory;
    }

    /** @param daysAgo counted in days on which somebody may have sold */
    private record Given(String giver, String receiver, int daysAgo) {}

    void give(DemoDay day, Cast cast) {
        for (Given given : GIVEN) {
            List<LocalDate> days =
                    day.sellingDays(day.month(), cast.member(given.receiver()).calendar());
            jdbc.sql("insert into kudos (id, giver_id, receiver_id, given_on) values (:id, :giver, :receiver, :on)")
                    .param("id", ids.next())
                    .param("giver", person(given.giver()))
                    .param("receiver", person(given.receiver()))
                    .param("on", days.get(Math.max(0, days.size() - given.daysAgo())))
                    .update();
        }
    }

    private long person(String externalId) {
        return directory
                .personByExternalId(externalId)
                .map(PersonRef::id)
                .orElseThrow()
                .value();
    }
}
