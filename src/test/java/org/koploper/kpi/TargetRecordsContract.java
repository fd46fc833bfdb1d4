package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.audit.Trail;
import org.koploper.period.Period;
import org.koploper.records.Counts;
import org.koploper.records.Entry;
import org.koploper.records.Issue;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Targets as they arrive in bulk. */
abstract class TargetRecordsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Ids ids;

    @Autowired
    RecordDesk desk;

    @Autowired
    Goals goals;

    SalesSample sample;
    PersonId anna;
    Map<String, @Nullable Object> row;

    @BeforeEach
    void aRightRow() {
        sample = new SalesSample(context);
        anna = sample.person("Anna");
        row = new HashMap<>();
        row.put("externalId", "TR" + ids.next());
        row.put("scope", "PERSON");
        row.put("person", sample.externalId(anna));
        row.put("kpi", "REVENUE");
        row.put("from", LocalDate.of(2026, 11, 1));
        row.put("to", LocalDate.of(2026, 11, 30));
        row.put("amount", new BigDecimal("25000"));
        row.put("currency", "EUR");
    }

    @Test
    void aTargetArrivesChangesAndStaysTheSame() {
        assertThat(take().counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(take().counts()).isEqualTo(new Counts(0, 0, 1, 0));
        row.put("amount", new BigDecimal("30000"));
        assertThat(take().counts()).isEqualTo(new Counts(0, 1, 0, 0));

        List<GoalStand> found = Caller.asSystem(() -> goals.of(anna, Period.parse("2026-11")));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().target()).isEqualByComparingTo("30000");
        assertThat(found.getFirst().kpi()).isEqualTo(GoalKpi.REVENUE);
    }

    @ParameterizedTest(name = "{0} = {1}: {3} at {2}")
    @CsvSource({
        "amount, 0, amount, target-not-positive",
        "amount, -1, amount, target-not-positive",
        "currency, , currency, target-without-currency",
        "kpi, DEALS, currency, target-of-count-with-currency",
        "scope, TEAM, person, target-for-whom",
        "scope, ORGANISATION, person, target-for-whom",
        "person, , person, target-for-whom",
        "to, 2026-10-31, to, ends-before-start",
    })
    void aWrongTargetIsRefusedAtItsField(String field, @Nullable String value, String at, String code) {
        Object wrong = value;
        if (value != null && field.equals("amount")) {
            wrong = new BigDecimal(value);
        } else if (value != null && field.equals("to")) {
            wrong = LocalDate.parse(value);
        }
        row.put(field, wrong);

        Taken taken = take();

        assertThat(taken.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(taken.issues()).anySatisfy(issue -> {
            assertThat(issue.field()).isEqualTo(at);
            assertThat(issue.code()).isEqualTo(code);
        });
    }

    private Taken take() {
        List<Issue> issues = new ArrayList<>();
        Order order = new Order(
                "targets",
                Order.Mode.TAKE_WHAT_IS_RIGHT,
                ids.next(),
                "test.taken",
                new Trail.Subject("test", "1", "test"));
        Entry entry = new Entry(2, row, List.of(), List.of());
        Counts counts = Caller.asSystem(() -> desk.apply(order, taker -> taker.accept(entry), issues::add));
        return new Taken(counts, issues);
    }

    private record Taken(Counts counts, List<Issue> issues) {}

    @OnHsqldb
    static class OnHsqldbTest extends TargetRecordsContract {}

    @OnPostgres
    static class OnPostgresTest extends TargetRecordsContract {}
}
