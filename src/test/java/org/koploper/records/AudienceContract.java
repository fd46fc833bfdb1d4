package org.koploper.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who sees, changes and removes whose records: every role really looks at a record of its own, of one below and of a
 * foreign person, of every kind. What comes out must be the reviewed file; a difference is written to {@code target/}.
 */
abstract class AudienceContract {

    private static final Path REVIEWED = Path.of("src/test/resources/audiences.txt");
    private static final Path FOUND = Path.of("target/audiences.txt");

    @Autowired
    RecordDesk desk;

    @Autowired
    RecordShelf shelf;

    @Autowired
    RecordKinds kinds;

    @Autowired
    Directory directory;

    @Autowired
    Ids ids;

    RecordSamples samples;
    String x;

    @BeforeEach
    void prepare() {
        samples = new RecordSamples(desk, ids, directory);
        x = samples.x;
    }

    /** The person that acts for each role; the manager stands above ann, and the others above nobody. */
    private static String actor(Role role) {
        return role == Role.MANAGER ? "lead" : "ben";
    }

    private <T> T as(Role role, Supplier<T> work) {
        return As.user(samples.person(actor(role)), Set.of(role), work);
    }

    @Test
    void theTableOfKindsAndRolesIsTheReviewedOne() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String kind : RecordSamples.KINDS) {
            for (String who : List.of("ann", "ben", "lead", "far")) {
                samples.take(kind, samples.of(kind, who, kind + "-of-" + who));
            }
            lines.add(looked(kind, kind, kind + "-of-"));
        }
        lines.add(looked("people themselves", "people", ""));
        lines.add(looked("deals won", "deals", "D-"));
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, lines);
        assertThat(lines)
                .as("see " + FOUND)
                .isEqualTo(Files.exists(REVIEWED) ? Files.readAllLines(REVIEWED) : List.of());
    }

    /** For each role: the own one, one of somebody below a manager, a foreign one. */
    private String looked(String name, String kind, String prefix) {
        StringBuilder line = new StringBuilder(name).append(" |");
        for (Role role : Role.values()) {
            line.append(' ').append(role).append(' ');
            for (String who : List.of(actor(role), "ann", "far")) {
                line.append(may(role, kind, prefix + who)).append(' ');
            }
            line.append('|');
        }
        return line.toString();
    }

    private String may(Role role, String kind, String key) {
        return as(role, () -> {
            Optional<RecordView> seen = shelf.find(kind, x + key);
            RecordQuery query = new RecordQuery(x + key, Map.of(), null, false, 0, 50);
            boolean listed = shelf.page(kind, query).stream()
                    .anyMatch(row -> row.externalId().equals(x + key));
            assertThat(listed).as("%s %s", role, key).isEqualTo(seen.isPresent());
            return seen.map(view -> "s" + (view.mayChange() ? "c" : "-") + (view.mayRemove() ? "r" : "-"))
                    .orElse("---");
        });
    }

    @Test
    void whoIsNobodyOrATokenSeesNothing() {
        for (String kind : RecordSamples.KINDS) {
            int seen = As.user(null, Set.of(), () -> shelf.count(kind, RecordQuery.first(10)));
            assertThat(seen).as(kind).isZero();
        }
    }

    @Test
    void aListCostsTheSameNumberOfStatementsWhateverItsLength() {
        List<Map<String, @Nullable Object>> customers = new ArrayList<>();
        List<Map<String, @Nullable Object>> deals = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            customers.add(samples.of("customers", "ann", "many" + i));
            Map<String, @Nullable Object> deal =
                    new HashMap<>(samples.deal("ann", "many" + i, "won", LocalDate.of(2026, 3, 5)));
            deal.put("splits", x + "ann:60;" + x + "ben:40");
            deal.put("value", BigDecimal.ONE);
            deals.add(deal);
        }
        many("customers", customers);
        many("deals", deals);
        for (String kind : List.of("customers", "deals")) {
            assertThat(statements(kind, "many", RecordQuery.MOST)).as(kind).isEqualTo(statements(kind, "many", 10));
        }
        for (String kind : RecordSamples.KINDS) {
            for (String key : List.of("one", "two", "three")) {
                samples.take(kind, samples.of(kind, "ann", kind + key));
            }
            assertThat(statements(kind, kind, 3))
                    .as(kind)
                    .isEqualTo(statements(kind, kind, 2))
                    .isLessThanOrEqualTo(5);
        }
    }

    @SuppressWarnings("unchecked")
    private void many(String kind, List<Map<String, @Nullable Object>> rows) {
        samples.take(kind, rows.toArray(Map[]::new));
    }

    private int statements(String kind, String text, int rows) {
        // the organisation's currency is read once a second, and known from here on
        kinds.all().forEach(RecordKind::fields);
        return Caller.asSystem(() -> Statements.of(() -> {
            List<RecordRow> page = shelf.page(kind, new RecordQuery(x + text, Map.of(), null, false, 0, rows));
            assertThat(page).hasSize(rows);
        }));
    }

    @OnHsqldb
    static class OnHsqldbTest extends AudienceContract {}

    @OnPostgres
    static class OnPostgresTest extends AudienceContract {}
}
