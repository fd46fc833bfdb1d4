package org.koploper.privacy;

import java.util.List;

/** Where somebody leaves traces, and what becomes of each when the person is erased. */
final class Traces {

    /**
     * Rows that are deleted or counted.
     *
     * @param what what they are called
     * @param table with the condition on {@code :person} behind it
     */
    record Rows(String what, String table, String condition) {

        static Rows of(String what, String table, String column) {
            return new Rows(what, table, column + " = :person");
        }
    }

    /**
     * A text in which the person may be named.
     *
     * @param table without those that only grow
     * @param key what tells its rows apart
     */
    record Text(String table, List<String> key, String column) {

        static Text of(String table, String column) {
            return new Text(table, List.of("id"), column);
        }
    }

    /** What is deleted, in an order that the database accepts. */
    static final List<Rows> GOES = List.of(
            Rows.of("roles", "account_roles", "person_id"),
            Rows.of("passkeys", "passkeys", "person_id"),
            Rows.of("account", "accounts", "person_id"),
            Rows.of("tokens", "api_tokens", "person_id"),
            new Rows("requests", "idempotency_keys", "caller = 'person ' || cast(:person as varchar(20))"),
            Rows.of("own-cards", "own_cards", "person_id"),
            Rows.of("saved-views", "saved_views", "owner_id"),
            Rows.of("first-steps", "first_steps_seen", "person_id"),
            Rows.of("first-steps", "first_steps_hidden", "person_id"),
            new Rows("boards", "board_rivals", "(person_id = :person or rival_id = :person)"),
            Rows.of("boards", "hidden_on_boards", "person_id"),
            new Rows("kudos", "kudos", "(giver_id = :person or receiver_id = :person)"),
            Rows.of("notices", "notices", "person_id"),
            Rows.of("notice-settings", "notice_choices", "person_id"),
            Rows.of("notice-settings", "notice_quiet", "person_id"));

    /** What stays, because others are computed with it or the law wants it. */
    static final List<Rows> STAYS = List.of(
            new Rows(
                    "deals",
                    "deals",
                    "(owner_id = :person or id in (select deal_id from deal_splits where person_id = :person)"
                            + " or id in (select deal_id from deal_overlays where person_id = :person))"),
            Rows.of("quotes", "quotes", "owner_id"),
            Rows.of("leads", "leads", "owner_id"),
            Rows.of("activities", "activities", "person_id"),
            Rows.of("efforts", "weekly_efforts", "person_id"),
            Rows.of("questions-to-customers", "customer_questions", "asked_by"),
            new Rows("targets", "targets", "(person_id = :person or owner_id = :person)"),
            Rows.of("goal-answers", "goal_answers", "person_id"),
            Rows.of("goal-versions", "goal_versions", "ended_by"),
            Rows.of("own-kpis", "own_kpi_versions", "made_by"),
            Rows.of("scores", "scores", "person_id"),
            Rows.of("memberships", "memberships", "person_id"),
            Rows.of("job-roles", "job_roles", "person_id"),
            Rows.of("absences", "absences", "person_id"),
            Rows.of("statements", "ledger_entries", "person_id"),
            new Rows(
                    "trail",
                    "audit_records",
                    "(actor_id = :person or (object_kind = 'account' and object_ref = cast(:person as varchar(20)))"
                            + " or (object_kind in ('person', 'people')"
                            + " and object_ref = (select external_id from persons where id = :person)))"));

    /** Texts that the product or somebody wrote, with the person in them; names of customers, products and teams stay. */
    static final List<Text> TEXTS = List.of(
            Text.of("imports", "file_name"),
            Text.of("imports", "started_by_name"),
            Text.of("imports", "undone_by_name"),
            Text.of("imports", "mapping"),
            Text.of("import_mappings", "saved_by_name"),
            Text.of("import_mappings", "mapping"),
            new Text("import_problems", List.of("import_id", "seq"), "args"),
            new Text("import_rejects", List.of("import_id", "seq"), "cells"),
            new Text("import_rejects", List.of("import_id", "seq"), "reasons"),
            new Text("import_changes", List.of("import_id", "seq"), "record_key"),
            new Text("import_changes", List.of("import_id", "seq"), "old_text"),
            new Text("import_changes", List.of("import_id", "seq"), "new_text"),
            new Text("record_journal", List.of("batch", "seq"), "content"),
            new Text("idempotency_keys", List.of("caller", "idempotency_key"), "body"),
            new Text("idempotency_keys", List.of("caller", "idempotency_key"), "location"),
            Text.of("notices", "args"),
            Text.of("notices", "actor"),
            Text.of("notices", "subject"),
            Text.of("mail_texts", "subject"),
            Text.of("mail_texts", "opening"),
            Text.of("mail_texts", "closing"),
            Text.of("saved_views", "name"),
            Text.of("saved_views", "query"),
            Text.of("webhooks", "created_by"),
            Text.of("webhook_deliveries", "subject"),
            Text.of("webhook_deliveries", "body"),
            Text.of("deals", "name"),
            Text.of("leads", "name"),
            Text.of("credit_notes", "reason"),
            Text.of("customer_answers", "remark"),
            Text.of("activities", "external_id"),
            Text.of("job_roles", "external_id"),
            Text.of("absences", "external_id"),
            Text.of("weekly_efforts", "external_id"),
            Text.of("targets", "external_id"),
            Text.of("targets", "note"),
            Text.of("goal_answers", "said"),
            Text.of("goal_versions", "reason"),
            Text.of("own_kpi_versions", "reason"),
            Text.of("own_kpi_versions", "name_en"),
            Text.of("own_kpi_versions", "means_en"),
            Text.of("own_kpi_versions", "name_nl"),
            Text.of("own_kpi_versions", "means_nl"),
            Text.of("scores", "external_id"),
            Text.of("scores", "objective"),
            Text.of("costs", "external_id"));

    private Traces() {}
}
