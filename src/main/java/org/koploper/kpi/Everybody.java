package org.koploper.kpi;

import org.koploper.kpi.KpiScope.Kind;
import org.koploper.people.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether a scope leaves nothing out: the organisation, or a team above all others while nobody did anything outside. */
@Component
class Everybody {

    private final KpiSql sql;
    private final Directory directory;
    private final JdbcClient jdbc;

    Everybody(KpiSql sql, Directory directory, JdbcClient jdbc) {
        this.sql = sql;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** As far as deals go. */
    boolean is(KpiScope scope) {
        if (scope.kind() == Kind.ORGANISATION) {
            return true;
        }
        return scope.kind() == Kind.TEAM
                && sql.teams(scope).size() == directory.teams().size()
                && jdbc.sql("select case when exists (select 1 from team_days where team_id = 0 and not below)"
                                        + " then 1 else 0 end from organisation where id = 1")
                                .query(Integer.class)
                                .single()
                        == 0;
    }
}
