package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Small kinds over real tables, so that the desk can be tried without the rules of the rooms. */
@Configuration(proxyBeanMethods = false)
public class TrialKinds {

    /** What the hooks were told, oldest first. */
    static final List<String> TOLD = new ArrayList<>();

    @Bean
    RecordKind trialCustomers() {
        return new Trial(
                "trial-customers",
                "customers",
                List.of(
                        Field.key("C-1"),
                        Field.text("name", "name", 200, "Bakkerij Peeters").needed(),
                        Field.text("segment", "segment", 100, "food")));
    }

    /** Its rules let through what the database will not. */
    @Bean
    RecordKind trialConstrained() {
        return new Trial(
                "trial-constrained",
                "products",
                List.of(
                        Field.key("P-1"),
                        Field.text("name", "name", 1_000, "Anything").needed()));
    }

    @Bean
    RecordKind trialTeams() {
        return new Trial(
                "trial-teams",
                "teams",
                List.of(
                        Field.key("T-1"),
                        Field.text("name", "name", 200, "North").needed(),
                        Field.reference("parent", "parent_id", "trial-teams", "Benelux")));
    }

    @Bean
    RecordKind trialInvoices() {
        return new Trial(
                "trial-invoices",
                "invoices",
                List.of(
                        Field.key("I-1"),
                        Field.reference("customer", "customer_id", "trial-customers", "Bakkerij Peeters")
                                .creatingMissing(),
                        Field.of("invoicedOn", Field.Type.DATE, "invoiced_on", "2026-03-31")
                                .needed(),
                        Field.of("dueOn", Field.Type.DATE, "due_on", "2026-04-30"),
                        Field.of("amount", Field.Type.DECIMAL, "amount", "1234.50")
                                .needed(),
                        Field.of("currency", Field.Type.CURRENCY, "currency", "EUR")
                                .needed()));
    }

    private record Trial(String name, String table, List<Field> fields) implements RecordKind {

        @Override
        public void check(Incoming row, Problems problems) {
            if (row.will("dueOn") instanceof LocalDate due
                    && row.will("invoicedOn") instanceof LocalDate invoiced
                    && due.isBefore(invoiced)) {
                problems.error("dueOn", "due-before-invoiced", due);
            }
            if (row.will("amount") instanceof BigDecimal amount && amount.signum() == 0) {
                problems.warning("amount", "zero-amount");
            }
        }

        @Override
        public void written(Batch batch, List<Written> rows) {
            TOLD.add(name + " written " + rows.size());
        }

        @Override
        public void finished(Batch batch) {
            TOLD.add(name + " finished");
        }

        @Override
        public Set<String> remembered() {
            return Set.of("currency");
        }

        @Override
        public void summary(Batch batch, Map<String, Set<Object>> remembered, Problems problems) {
            if (remembered.getOrDefault("currency", Set.of()).size() > 1) {
                problems.warning("currency", "several-currencies");
            }
        }
    }
}
