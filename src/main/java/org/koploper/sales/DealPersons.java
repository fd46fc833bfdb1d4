package org.koploper.sales;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose deals these are: owners, those who share them, and those who are credited on top of that. */
@Component
class DealPersons {

    private final JdbcClient jdbc;

    DealPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Set<Long>> of(Collection<Long> deals) {
        return read("""
                select id, owner_id from deals where id in (:ids)
                union select deal_id, person_id from deal_splits where deal_id in (:ids)
                union select deal_id, person_id from deal_overlays where deal_id in (:ids)
                """, deals);
    }

    /** The same through the invoices of the deals. */
    Map<Long, Set<Long>> ofInvoices(Collection<Long> invoices) {
        return read("""
                select i.id, d.owner_id from invoices i join deals d on d.id = i.deal_id where i.id in (:ids)
                union select i.id, s.person_id from invoices i join deal_splits s on s.deal_id = i.deal_id
                where i.id in (:ids)
                union select i.id, s.person_id from invoices i join deal_overlays s on s.deal_id = i.deal_id
                where i.id in (:ids)
                """, invoices);
    }

    /** The cancellation day of those of these deals that are cancelled. */
    Map<Long, LocalDate> cancelled(Collection<Long> deals) {
        Map<Long, LocalDate> days = new HashMap<>();
        for (List<Long> chunk : Chunks.of(deals)) {
            jdbc.sql("select id, cancelled_on from deals where id in (:ids) and stage = 'CANCELLED'"
                            + " and cancelled_on is not null")
                    .param("ids", chunk)
                    .query(row -> {
                        days.put(row.getLong("id"), row.getObject("cancelled_on", LocalDate.class));
                    });
        }
        return days;
    }

    private Map<Long, Set<Long>> read(String sql, Collection<Long> ids) {
        Map<Long, Set<Long>> persons = new HashMap<>();
        for (List<Long> chunk : Chunks.of(ids)) {
            jdbc.sql(sql).param("ids", chunk).query(row -> {
                persons.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getLong(2));
            });
        }
        return persons;
    }
}
