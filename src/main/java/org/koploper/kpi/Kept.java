package org.koploper.kpi;

import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks once for each request what the organisation keeps. */
@Component
class Kept {

    private final JdbcClient jdbc;

    Kept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Keeps read() {
        return Once.read(
                new Asked(),
                () -> jdbc.sql("""
                        select case when exists (select 1 from quotes) then 1 else 0 end as quotes,
                          case when exists (select 1 from deals) then 1 else 0 end as deals
                        from organisation where id = 1
                        """)
                        .query((row, n) -> new Keeps(row.getInt("quotes") == 1, row.getInt("deals") == 1))
                        .single());
    }

    private record Asked() {}
}
