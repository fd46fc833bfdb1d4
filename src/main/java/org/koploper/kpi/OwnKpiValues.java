package org.koploper.kpi;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By what KPIs of one's own can be narrowed down, as the records say it. */
@Service
public class OwnKpiValues {

    /** As many are offered at most. */
    static final int MOST = 1000;

    private final JdbcClient jdbc;

    OwnKpiValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every word that the records have for it, in alphabetical order.
     *
     * @param aspect family, segment, region or source; products are chosen as records
     * @throws IllegalArgumentException for anything else
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<String> of(Grouping aspect) {
        String column = switch (aspect) {
            case FAMILY -> "family from products";
            case SEGMENT -> "segment from customers";
            case REGION -> "region from customers";
            case SOURCE -> "source from leads";
            default -> throw new IllegalArgumentException("No words for " + aspect);
        };
        String name = column.substring(0, column.indexOf(' '));
        return jdbc.sql("select distinct " + column + " where " + name + " is not null order by " + name
                        + " fetch first " + MOST + " rows only")
                .query(String.class)
                .list();
    }
}
