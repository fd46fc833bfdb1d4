package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers were invoiced and have paid for deals, read in bulk, for commission. */
@Service
public class Cash {

    private final JdbcClient jdbc;

    Cash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Money that came in for a deal, or went back.
     *
     * @param amount below zero for what went back
     * @param invoiced what all invoices of the deal in that currency come to, whenever they were written; not zero
     */
    public record Received(LocalDate day, BigDecimal amount, BigDecimal invoiced) {}

    /** By external id of the deal, in the order of their days; what was paid in another currency than its invoice's is not told. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, List<Received>> of(Collection<String> deals) {
        Map<String, List<Received>> received = new HashMap<>();
        for (List<String> chunk : Chunks.of(new HashSet<>(deals))) {
            jdbc.sql("""
                    select d.external_id, p.paid_on, p.amount,
                      (select sum(o.amount) from invoices o where o.deal_id = d.id and o.currency = i.currency) as invoiced
                    from payments p join invoices i on i.id = p.invoice_id join deals d on d.id = i.deal_id
                    where d.external_id in (:deals) and p.currency = i.currency
                    order by d.external_id, p.paid_on, p.external_id
                    """).param("deals", chunk).query(row -> {
                BigDecimal invoiced = Decimals.canonical(row.getBigDecimal("invoiced"));
                if (invoiced.signum() != 0) {
                    received.computeIfAbsent(row.getString("external_id"), deal -> new ArrayList<>())
                            .add(new Received(
                                    row.getDate("paid_on").toLocalDate(),
                                    Decimals.canonical(row.getBigDecimal("amount")),
                                    invoiced));
                }
            });
        }
        return received;
    }

    /** The day of the first invoice, by external id of the deal; deals without any are left out. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, LocalDate> invoiceDays(Collection<String> deals) {
        Map<String, LocalDate> days = new HashMap<>();
        for (List<String> chunk : Chunks.of(new HashSet<>(deals))) {
            jdbc.sql("""
                    select d.external_id, min(i.invoiced_on) as invoiced
                    from invoices i join deals d on d.id = i.deal_id
                    where d.external_id in (:deals) group by d.external_id
                    """).param("deals", chunk).query(row -> {
                days.put(row.getString("external_id"), row.getDate("invoiced").toLocalDate());
            });
        }
        return days;
    }
}
