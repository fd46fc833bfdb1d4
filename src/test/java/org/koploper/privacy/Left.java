package org.koploper.privacy;

import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with a name that nobody else bears, and something in every room. */
final class Left {

    private final JdbcClient jdbc;
    private final Ids ids;
    final PersonId id;
    final String name;
    final String externalId;
    final String email;
    final String username;

    /** Gives a person of a test a name, an address and an account that is blocked. */
    Left(JdbcClient jdbc, Ids ids, PersonId person) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.id = person;
        this.name = "Zoë Quaghebeur-" + person;
        this.externalId = "PZ-" + person;
        this.email = "Zoe." + person + "@Example.org";
        this.username = "zoe." + person + "@sign-in.example.org";
        run("update persons set name = :name, external_id = :externalId, email = :email where id = :person");
        run("""
                insert into accounts (person_id, username, password_hash, must_change, enabled, version)
                values (:person, :username, 'secret-hash-of-a-password', false, false, 0)""");
    }

    /** Leaves something wherever somebody leaves something. */
    Left everywhere() {
        long own = ids.next();
        run("insert into account_roles (person_id, role) values (:person, 'REP')");
        run("""
                insert into employments (id, person_id, from_day, to_day, part_time_factor)
                values (:id, :person, date '2020-01-01', date '2026-01-31', 1)""");
        run("""
                insert into job_roles (id, external_id, person_id, job_role, from_day, version)
                values (:id, :externalId || '/2020-01-01', :person, 'Account executive', date '2020-01-01', 0)""");
        run("""
                insert into absences (id, external_id, person_id, from_day, to_day, kind, version)
                values (:id, 'A-' || :externalId, :person, date '2025-03-03', date '2025-03-04', 'ILLNESS', 0)""");
        run("""
                insert into scores (id, external_id, person_id, objective, from_day, to_day, score, version)
                values (:id, 'S-' || :externalId, :person, 'Launch', date '2025-01-01', date '2025-03-31', 1, 0)""");
        run("""
                insert into api_tokens (id, name, token_hash, scopes, person_id, created_at, created_by)
                values (:id, 'her token', 'secret-hash-' || :externalId, 'RECORDS', :person, :at, :person)""");
        run("""
                insert into passkeys (id, person_id, user_handle, credential_id, label, transports, public_key, attestation,
                  uses, created_at)
                values (:id, :person, 'handle', 'credential-' || :key, 'her telephone', '', :bytes, :bytes, 0, :at)""");
        run("""
                insert into idempotency_keys (caller, idempotency_key, request_hash, status, body, created_at)
                values ('person ' || :key, 'k', 'h', 200, '{"name": "' || :name || '"}', :at)""");
        run("""
                insert into goal_answers (id, target_id, number, person_id, part, answer, said, given_at)
                values (:id, (select min(id) from targets), 1, :person, 'OWNER', 'DISCUSSED', 'Ask ' || :name, :at)""");
        run("""
                insert into goal_versions (id, target_id, number, ended_at, ended_by, reason, kpi, kpi_version, reading,
                  direction, shape, from_day, to_day, amount)
                values (:id, (select min(id) from targets), (select count(*) + 1 from goal_versions), :at, :person,
                  'Agreed with ' || :name, 'REVENUE', 1, 'TOTAL', 'HIGHER', 'LINEAR', date '2026-01-01',
                  date '2026-03-31', 1)""");
        run("insert into own_kpis (id, kpi_key, status) values (:id, 'own-' || :key, 'RETIRED')");
        run("""
                insert into own_kpi_versions (id, kpi_id, number, made_at, made_by, reason, name_en, means_en, name_nl, means_nl,
                  unit, direction, part)
                values (:id, (select k.id from own_kpis k where k.kpi_key = 'own-' || :key), 1, :at, :person,
                  'Asked by ' || :name, 'Of ' || :name, 'For ' || :name, 'Van ' || :name, 'Voor ' || :name, 'COUNT', 'HIGHER',
                  'ORDERS')""");
        run("insert into own_cards (person_id, screen, cards) values (:person, 'my/month', 'a,b')");
        run("""
                insert into saved_views (id, owner_id, screen, name, query, saved_at)
                values (:id, :person, 'deals', 'mine', 'owner=' || :externalId, :at)""");
        run("""
                insert into mail_texts (id, mail, language, subject, opening, closing)
                values (:id, 'DEAL', cast(:key as varchar(10)), 'News', 'Hello,', 'Greetings, ' || :name)""");
        run("insert into first_steps_seen (person_id, step) values (:person, 'board')");
        run("insert into first_steps_hidden (person_id) values (:person)");
        run("insert into hidden_on_boards (person_id) values (:person)");
        run("""
                insert into kudos (id, giver_id, receiver_id, given_on)
                select %d, :person, min(id), date '2025-03-03' from persons where id <> :person""".formatted(ids.next()));
        run("""
                insert into kudos (id, giver_id, receiver_id, given_on)
                select %d, min(id), :person, date '2025-03-03' from persons where id <> :person""".formatted(ids.next()));
        run("""
                insert into notices (id, person_id, kind, sentence, args, subject, origin, pieces, actor, noticed_at,
                  mail_state, mail_after, mail_tries)
                values (:id, :person, 'DEAL', 'deal-won', '["x"]', 's', 'o', 1, :name, :at, 'NONE', :at, 0)""");
        run("insert into notice_choices (person_id, kind, bell, mail) values (:person, 'DEAL', true, 'OFF')");
        run("""
                insert into notice_quiet (person_id, from_minute, to_minute, weekends, holidays)
                values (:person, 1140, 420, true, true)""");
        run("""
                insert into leads (id, external_id, name, owner_id, status, created_on, version)
                values (:id, 'L' || :key, 'Called by ' || :name, :person, 'NEW', date '2025-01-02', 0)""");
        run("""
                insert into lead_states (lead_id, seq, status, owner_id, recorded_at)
                select id, 1, 'NEW', :person, :at from leads where owner_id = :person""");
        run("""
                insert into quotes (id, external_id, owner_id, revision, outcome, currency, version)
                values (:id, 'Q' || :key, :person, 1, 'LOST', 'EUR', 0)""");
        run("""
                insert into quote_states (quote_id, seq, revision, outcome, owner_id, currency, recorded_at)
                select id, 1, 1, 'LOST', :person, 'EUR', :at from quotes where owner_id = :person""");
        run("""
                insert into deal_states (deal_id, seq, stage, owner_id, currency, recorded_at)
                select id, 1, 'WON', :person, 'EUR', :at from deals where owner_id = :person""");
        run("""
                insert into activities (id, external_id, person_id, kind, outcome, happened_at, version)
                values (:id, 'X-' || :externalId || '-1', :person, 'CALL', 'HELD', :at, 0)""");
        run("""
                insert into weekly_efforts (id, external_id, person_id, week_start, calls, decision_makers, meetings,
                  callbacks_short, callbacks_long, other, version)
                values (:id, :externalId || '/2025-03-03', :person, date '2025-03-03', 9, 5, 1, 1, 1, 1, 0)""");
        run("""
                insert into customer_answers (id, external_id, person_id, answered_on, satisfaction, remark, version)
                values (:id, 'CA' || :key, :person, date '2025-03-03', 5, 'Thanks, ' || :name || '!', 0)""");
        run("""
                insert into customers (id, external_id, name, version) values (%d, 'CQ' || :key, 'Asked', 0)""".formatted(own));
        run("""
                insert into customer_questions (id, customer_id, asked_by, asked_on, last_day, code_hash)
                values (:id, %d, :person, date '2025-03-03', date '2025-04-02', 'hash' || :key)""".formatted(own));
        run("""
                insert into costs (id, external_id, kind, from_day, to_day, amount, currency, person_id, version)
                values (:id, 'K' || :key, 'SALARY', date '2025-03-01', date '2025-03-31', 4321, 'EUR', :person, 0)""");
        run("""
                insert into imports (id, kind, file_name, file_hash, mapping, header, state, committed, new_rows,
                  changed_rows, unchanged_rows, rejected_rows, started_at, started_by, started_by_name)
                values (%d, 'deals', 'of ' || :name || '.csv', 'h', '{"values": {"owner": {"' || :name || '": "P"}}}', '[]',
                  'DONE', true, 1, 0, 0, 1, :at, :person, :name)""".formatted(own));
        run("""
                insert into import_rejects (import_id, seq, row_no, cells, reasons)
                values (%d, 1, 2, '["' || :name || '", "' || :email || '"]', '[]')""".formatted(own));
        run("""
                insert into import_problems (import_id, seq, code, severity, args)
                values (%d, 1, 'person-without-deals', 'warning', '["' || :name || '"]')""".formatted(own));
        run("""
                insert into import_changes (import_id, seq, row_no, record_key, field, old_text, new_text)
                values (%d, 1, 2, :externalId, 'name', :name, 'x')""".formatted(own));
        run("""
                insert into import_mappings (id, kind, headers_hash, person_id, saved_by_name, saved_at, mapping)
                values (:id, 'deals', 'h' || :key, :person, :name, :at, '{}')""");
        run("""
                insert into record_journal (batch, seq, kind, recorded_at, content)
                values (:id, 1, 'people', :at, '{"name":"' || :name || '","email":"' || :email || '"}')""");
        run("""
                insert into webhooks (id, name, url, events, secret, state, created_at, created_by)
                values (%d, 'w', 'https://example.org', 'deal.won', 's', 'OFF', :at, :name)""".formatted(own));
        run("""
                insert into webhook_deliveries (id, webhook_id, event, subject, body, noted_at, state, next_at, tries)
                values (:id, %d, 'deal.won', 'd', '{"owner":"' || :name || '"}', :at, 'DONE', :at, 1)""".formatted(own));
        run("""
                insert into audit_records (id, recorded_at, actor_id, actor, action, object_kind, object_ref, object_name,
                  reason)
                values (:id, :at, :person, :name, 'plan.assigned', 'plan', 'p', 'plan', 'she earns 77,777 more')""");
        run("""
                insert into plans (id, external_id, name, currency, version)
                values (%d, 'plan-' || :key, 'Plan', 'EUR', 0)""".formatted(own));
        run("""
                insert into plan_versions (id, plan_id, number, valid_from, document, created_at, created_by)
                values (:id, %d, 1, date '2020-01-01', '{"components": []}', :at, :person)""".formatted(own));
        // long ago, so that nobody meets it, and each one in a month of its own
        String month = "%04d-%02d".formatted(200 + own % 12_000 / 12, own % 12 + 1);
        run("""
                insert into closed_months (closed_month, closed_at, closed_by, payable_on, people)
                values ('%s', :at, :person, date '2026-01-20', 1)""".formatted(month));
        run("""
                insert into closed_plans (closed_month, person_id, plan_name, plan_version, currency)
                values ('%s', :person, 'Plan', 1, 'EUR')""".formatted(month));
        return this;
    }

    void run(String sql) {
        jdbc.sql(sql.replace(":at", "timestamp '2026-01-05 09:00:00'"))
                .params(Map.of(
                        "id",
                        ids.next(),
                        "person",
                        id.value(),
                        "key",
                        String.valueOf(id.value()),
                        "name",
                        name,
                        "externalId",
                        externalId,
                        "email",
                        email,
                        "username",
                        username,
                        "bytes",
                        new byte[] {1, 2, 3}))
                .update();
    }
}
