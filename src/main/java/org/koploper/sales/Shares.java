package org.koploper.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who shares deals, read in bulk, for commission. */
@Service
public class Shares {

    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param part above 0 up to and including 1 */
    public record Share(PersonId person, BigDecimal part) {}

    /** All shares of these deals by external id, always in the same order; of deals that nobody shares there is nothing. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, List<Share>> of(Collection<String> deals) {
        Map<String, List<Share>> shares = new HashMap<>();
        for (List<String> chunk : Chunks.of(new HashSet<>(deals))) {
            jdbc.sql("""
                    select d.external_id, s.person_id, s.share
                    from deal_splits s join deals d on d.id = s.deal_id
                    where d.external_id in (:deals) order by d.external_id, s.person_id
                    """).param("deals", chunk).query(row -> {
                shares.computeIfAbsent(row.getString("external_id"), deal -> new ArrayList<>())
                        .add(new Share(
                                new PersonId(row.getLong("person_id")),
                                Decimals.canonical(row.getBigDecimal("share"))));
            });
        }
        return shares;
    }
}
