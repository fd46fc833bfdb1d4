package org.koploper.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to the own account, and who did it: nobody's password is reset behind their back. */
@Service
public class AccountHistory {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;

    AccountHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest, newest first; without the own settings of language and colours. */
    @PersonOnly
    @Transactional(readOnly = true)
    public List<Happened> own() {
        return jdbc.sql("""
                select action, actor, recorded_at, reason from audit_records
                where object_kind = 'account' and object_ref = :person
                  and action in ('account.opened', 'account.roles-changed', 'account.disabled', 'account.enabled',
                    'account.password-reset', 'account.password-changed', 'account.locked', 'account.unlocked',
                    'account.sessions-ended', 'account.view-started', 'account.passkey-added', 'account.passkey-removed')
                order by recorded_at desc, id desc
                """)
                .param("person", Caller.now().self().toString())
                .withMaxRows(SHOWN)
                .query((row, n) -> new Happened(
                        row.getString("action"),
                        row.getString("actor"),
                        row.getTimestamp("recorded_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                        row.getString("reason")))
                .list();
    }

    /** Who reset the own password, when that was the last thing done to it. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Optional<Happened> lastReset() {
        return own().stream()
                .filter(happened -> happened.action().startsWith("account.password-"))
                .findFirst()
                .filter(happened -> happened.action().equals("account.password-reset"));
    }

    /**
     * One thing that was done to the account.
     *
     * @param action such as {@code account.password-reset}
     * @param by name of who did it
     * @param reason in the words of who did it; null where none is asked for
     */
    public record Happened(
            String action,
            String by,
            Instant when,
            @Nullable String reason) {}
}
