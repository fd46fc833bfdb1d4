package org.koploper.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koploper.access.Caller;
import org.koploper.kpi.Totals;
import org.koploper.storage.Ids;
import org.koploper.storage.Statistics;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes made-up deals with their states as an import leaves them, without the time that one takes for a million rows. */
final class DealRows {

    private static final int AT_ONCE = 10_000;

    private final JdbcTemplate template;
    private final Ids ids;
    private final TransactionTemplate together;
    private final Map<String, Long> people;
    private final Map<String, Long> customers;
    private final Map<String, Long> products;
    private final long later;
    private final List<Object[]> deals = new ArrayList<>();
    private final List<Object[]> states = new ArrayList<>();

    private DealRows(ConfigurableApplicationContext product, long later) {
        this.template = product.getBean(JdbcTemplate.class);
        this.ids = product.getBean(Ids.class);
        this.together = product.getBean(TransactionTemplate.class);
        this.people = byExternalId("persons");
        this.customers = byExternalId("customers");
        this.products = byExternalId("products");
        this.later = later;
    }

    /**
     * The deals with these numbers; everything that follows from them is current at the end.
     *
     * @param later days by which they are moved
     */
    static void write(ConfigurableApplicationContext product, int from, int to, long later) {
        DealRows rows = new DealRows(product, later);
        for (int i = from; i < to; i++) {
            rows.add(ManyDeals.deal(i, 0).later(later));
            if ((i + 1) % AT_ONCE == 0 || i + 1 == to) {
                rows.flush();
            }
        }
        product.getBean(Statistics.class).refresh("deals, deal_states, deal_splits, credit_notes");
        Caller.asSystem(() -> product.getBean(Totals.class).rebuild());
    }

    private Map<String, Long> byExternalId(String table) {
        Map<String, Long> all = new HashMap<>();
        template.query("select external_id, id from " + table, row -> {
            all.put(row.getString(1), row.getLong(2));
        });
        return all;
    }

    private void add(ManyDeals.Deal deal) {
        long id = ids.next();
        Long owner = people.get("P" + deal.owner());
        String stage = deal.stage().toUpperCase(Locale.ROOT);
        BigDecimal value = new BigDecimal(deal.value());
        deals.add(new Object[] {
            id,
            deal.id(),
            owner,
            customers.get("C" + deal.customer()),
            products.get("A" + deal.product()),
            stage,
            deal.engaged(),
            deal.closed(),
            value
        });
        LocalDate moved = deal.closed() == null && stage.equals("QUOTED") ? LocalDate.now() : deal.closed();
        states.add(new Object[] {id, 1, deal.engaged(), moved, "ENGAGING", owner, value, deal.engaged()});
        if (moved != null) {
            states.add(new Object[] {id, 2, moved, null, stage, owner, value, deal.engaged()});
        }
    }

    private void flush() {
        together.executeWithoutResult(status -> {
            template.batchUpdate(
                    "insert into deals (id, external_id, owner_id, customer_id, product_id, stage, engaged_on, closed_on, deal_value,"
                            + " currency, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'EUR', 0)",
                    deals);
            template.batchUpdate(
                    "insert into deal_states (deal_id, seq, from_day, until_day, stage, owner_id, deal_value, open_since,"
                            + " currency, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'EUR', localtimestamp)",
                    states);
        });
        deals.clear();
        states.clear();
    }
}
