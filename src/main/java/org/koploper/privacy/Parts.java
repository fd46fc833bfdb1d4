package org.koploper.privacy;

import static org.koploper.privacy.Part.For.ADMINISTRATION;
import static org.koploper.privacy.Part.For.ALL;
import static org.koploper.privacy.Part.For.PAY;
import static org.koploper.privacy.Part.For.SELF;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that is kept about a person. A test holds it against the database: a column that points to a person is in one
 * of these parts, or among {@link #LEFT_OUT} with the reason. Headers are the names of the interface, the same in every
 * language, so that a program can read the file. Hashes of passwords and tokens never leave.
 */
final class Parts {

    private static final List<Part> THE_PERSON = List.of(
            Part.of("person", ALL, "persons.id", "\"externalId\"", """
                    select external_id as "externalId", name as "name", email as "email", country as "country"
                    from persons where id = :person"""),
            Part.of("employments", ADMINISTRATION, "employments.person_id", "\"from\"", """
                    select from_day as "from", to_day as "to", part_time_factor as "partTimeFactor"
                    from employments where person_id = :person"""),
            Part.of("memberships", ADMINISTRATION, "memberships.person_id", "\"from\", \"team\"", """
                    select t.external_id as "team", t.name as "teamName", m.from_day as "from", m.to_day as "to"
                    from memberships m join teams t on t.id = m.team_id where m.person_id = :person"""),
            Part.of(
                    "reporting-lines",
                    ADMINISTRATION,
                    "reporting_lines.person_id reporting_lines.manager_id",
                    "\"from\", \"person\", \"manager\"",
                    """
                    select p.name as "person", m.name as "manager", r.from_day as "from", r.to_day as "to"
                    from reporting_lines r join persons p on p.id = r.person_id join persons m on m.id = r.manager_id
                    where r.person_id = :person or r.manager_id = :person"""),
            Part.of("job-roles", ADMINISTRATION, "job_roles.person_id", "\"from\", \"externalId\"", """
                    select external_id as "externalId", job_role as "jobRole", from_day as "from", to_day as "to"
                    from job_roles where person_id = :person"""),
            Part.of("absences", ADMINISTRATION, "absences.person_id", "\"from\", \"externalId\"", """
                    select external_id as "externalId", from_day as "from", to_day as "to", kind as "kind"
                    from absences where person_id = :person"""));

    private static final List<Part> THE_ACCOUNT = List.of(
            Part.of("account", ADMINISTRATION, "accounts.person_id", "\"username\"", """
                    select username as "username", enabled as "enabled", must_change as "mustChangePassword",
                      language_tag as "language", colour_scheme as "colourScheme", compact as "compact",
                      single_keys as "singleKeys"
                    from accounts where person_id = :person"""),
            Part.of("roles", ADMINISTRATION, "account_roles.person_id", "\"role\"", """
                    select role as "role" from account_roles where person_id = :person"""),
            Part.of("passkeys", ADMINISTRATION, "passkeys.person_id", "\"createdAt\", \"name\"", """
                    select label as "name", created_at as "createdAt", last_used_at as "lastUsedAt"
                    from passkeys where person_id = :person"""),
            Part.of(
                    "tokens",
                    ADMINISTRATION,
                    "api_tokens.person_id api_tokens.created_by",
                    "\"createdAt\", \"name\"",
                    """
                    select name as "name", scopes as "scopes",
                      case when person_id = :person then cast('this person' as varchar(20))
                        when person_id is null then 'organisation' else 'somebody else' end as "actsFor",
                      created_at as "createdAt", revoked_at as "revokedAt", expires_on as "lastDay",
                      last_used_at as "lastUsedAt"
                    from api_tokens where person_id = :person or created_by = :person"""),
            Part.of("requests", ADMINISTRATION, "", "\"createdAt\", \"key\"", """
                    select idempotency_key as "key", status as "status", location as "location", created_at as "createdAt"
                    from idempotency_keys where caller = 'person ' || cast(:person as varchar(20))"""),
            Part.of("own-cards", ADMINISTRATION, "own_cards.person_id", "\"screen\"", """
                    select screen as "screen", cards as "cards" from own_cards where person_id = :person"""),
            Part.of("saved-views", ADMINISTRATION, "saved_views.owner_id", "\"savedAt\", \"name\"", """
                    select v.screen as "screen", v.name as "name", v.query as "query", t.name as "team",
                      v.saved_at as "savedAt"
                    from saved_views v left join teams t on t.id = v.team_id where v.owner_id = :person"""),
            Part.of(
                    "first-steps",
                    ADMINISTRATION,
                    "first_steps_seen.person_id first_steps_hidden.person_id",
                    "\"step\"",
                    """
                    select step as "step" from first_steps_seen where person_id = :person
                    union all select 'list put away' from first_steps_hidden where person_id = :person"""),
            Part.of("boards", SELF, "board_rivals.person_id hidden_on_boards.person_id", "\"choice\", \"person\"", """
                    select cast('compares with' as varchar(20)) as "choice", p.name as "person"
                    from board_rivals r join persons p on p.id = r.rival_id where r.person_id = :person
                    union all select 'hides own name', p.name
                    from hidden_on_boards h join persons p on p.id = h.person_id where h.person_id = :person"""),
            Part.of("kudos", ADMINISTRATION, "kudos.giver_id kudos.receiver_id", "\"on\", \"from\", \"to\"", """
                    select case when k.giver_id <> :person
                        and exists (select 1 from hidden_on_boards h where h.person_id = k.giver_id)
                        then cast(null as varchar(200)) else g.name end as "from", r.name as "to", k.given_on as "on"
                    from kudos k join persons g on g.id = k.giver_id join persons r on r.id = k.receiver_id
                    where k.giver_id = :person or k.receiver_id = :person"""),
            Part.of("notices", ADMINISTRATION, "notices.person_id", "\"noticedAt\", \"origin\"", """
                    select kind as "kind", sentence as "sentence", args as "about", subject as "subject",
                      origin as "origin", actor as "by", noticed_at as "noticedAt", read_at as "readAt",
                      mail_state as "mail", mailed_at as "mailedAt"
                    from notices where person_id = :person"""),
            Part.of(
                    "notice-settings",
                    ADMINISTRATION,
                    "notice_choices.person_id notice_quiet.person_id",
                    "\"kind\"",
                    """
                    select kind as "kind", bell as "bell", mail as "mail", cast(null as integer) as "fromMinute",
                      cast(null as integer) as "toMinute"
                    from notice_choices where person_id = :person
                    union all select 'quiet hours', weekends, 'WAITS', from_minute, to_minute
                    from notice_quiet where person_id = :person"""));

    private static final List<Part> THE_WORK = List.of(
            Part.of(
                    "deals",
                    ADMINISTRATION,
                    "deals.owner_id deal_splits.person_id deal_overlays.person_id",
                    "\"externalId\"",
                    """
                    select d.external_id as "externalId", d.name as "name", c.name as "customer", d.stage as "stage",
                      case when d.owner_id = :person then cast('owner' as varchar(20))
                        when s.share is not null then 'shares' else 'overlay' end as "part",
                      s.share as "share", o.share as "overlay",
                      d.engaged_on as "engagedOn", d.quoted_on as "quotedOn", d.closed_on as "closedOn",
                      d.cancelled_on as "cancelledOn", d.deal_value as "value", d.currency as "currency"
                    from deals d left join customers c on c.id = d.customer_id
                      left join deal_splits s on s.deal_id = d.id and s.person_id = :person
                      left join deal_overlays o on o.deal_id = d.id and o.person_id = :person
                    where d.owner_id = :person or s.person_id = :person or o.person_id = :person"""),
            Part.of("deal-history", ADMINISTRATION, "deal_states.owner_id", "\"deal\", \"number\"", """
                    select d.external_id as "deal", s.seq as "number", s.from_day as "from", s.stage as "stage",
                      s.deal_value as "value", s.currency as "currency", s.recorded_at as "recordedAt"
                    from deal_states s join deals d on d.id = s.deal_id where s.owner_id = :person"""),
            Part.of("quotes", ADMINISTRATION, "quotes.owner_id", "\"externalId\"", """
                    select q.external_id as "externalId", c.name as "customer", q.revision as "revision",
                      q.sent_on as "sentOn", q.decided_on as "decidedOn", q.expires_on as "expiresOn",
                      q.outcome as "outcome", q.quote_value as "value", q.currency as "currency"
                    from quotes q left join customers c on c.id = q.customer_id where q.owner_id = :person"""),
            Part.of("quote-history", ADMINISTRATION, "quote_states.owner_id", "\"quote\", \"number\"", """
                    select q.external_id as "quote", s.seq as "number", s.from_day as "from", s.outcome as "outcome",
                      s.quote_value as "value", s.currency as "currency", s.recorded_at as "recordedAt"
                    from quote_states s join quotes q on q.id = s.quote_id where s.owner_id = :person"""),
            Part.of("leads", ADMINISTRATION, "leads.owner_id", "\"externalId\"", """
                    select l.external_id as "externalId", l.name as "name", c.name as "customer", l.source as "source",
                      l.status as "status", l.created_on as "createdOn", l.arrived_at as "arrivedAt", l.qualified_on as "qualifiedOn"
                    from leads l left join customers c on c.id = l.customer_id where l.owner_id = :person"""),
            Part.of("lead-history", ADMINISTRATION, "lead_states.owner_id", "\"lead\", \"number\"", """
                    select l.external_id as "lead", s.seq as "number", s.from_day as "from", s.status as "status",
                      s.recorded_at as "recordedAt"
                    from lead_states s join leads l on l.id = s.lead_id where s.owner_id = :person"""),
            Part.of("activities", ADMINISTRATION, "activities.person_id", "\"happenedAt\", \"externalId\"", """
                    select a.external_id as "externalId", a.kind as "kind", a.outcome as "outcome",
                      a.happened_at as "happenedAt", a.minutes as "minutes", c.name as "customer"
                    from activities a left join customers c on c.id = a.customer_id where a.person_id = :person"""),
            Part.of("efforts", ADMINISTRATION, "weekly_efforts.person_id", "\"weekStart\"", """
                    select external_id as "externalId", week_start as "weekStart", calls as "calls",
                      decision_makers as "decisionMakers", meetings as "meetings", callbacks_short as "callbacksShort",
                      callbacks_long as "callbacksLong", other as "other", minutes as "minutes"
                    from weekly_efforts where person_id = :person"""),
            Part.of("answers-of-customers", ADMINISTRATION, "customer_answers.person_id", "\"externalId\"", """
                    select a.external_id as "externalId", c.name as "customer", a.answered_on as "answeredOn",
                      a.satisfaction as "satisfaction", a.return_intention as "returnIntention", a.remark as "comment"
                    from customer_answers a left join customers c on c.id = a.customer_id
                    where a.person_id = :person"""),
            Part.of(
                    "questions-to-customers",
                    ADMINISTRATION,
                    "customer_questions.asked_by",
                    "\"askedOn\", \"customer\"",
                    """
                    select c.name as "customer", q.asked_on as "askedOn", q.last_day as "lastDay",
                      q.withdrawn_on as "withdrawnOn", q.answered_on as "answeredOn"
                    from customer_questions q join customers c on c.id = q.customer_id where q.asked_by = :person"""),
            Part.of("targets", ADMINISTRATION, "targets.person_id targets.owner_id", "\"from\", \"externalId\"", """
                    select external_id as "externalId", kpi as "kpi", from_day as "from", to_day as "to",
                      amount as "amount", currency as "currency"
                    from targets where person_id = :person or owner_id = :person"""),
            Part.of("goal-answers", ADMINISTRATION, "goal_answers.person_id", "\"givenAt\"", """
                    select g.external_id as "goal", a.number as "version", a.part as "as", a.answer as "answer",
                      a.said as "said", a.given_at as "givenAt"
                    from goal_answers a join targets g on g.id = a.target_id where a.person_id = :person"""),
            Part.of("goal-versions", ADMINISTRATION, "goal_versions.ended_by", "\"endedAt\"", """
                    select g.external_id as "goal", v.number as "version", v.reason as "reason", v.ended_at as "endedAt"
                    from goal_versions v join targets g on g.id = v.target_id where v.ended_by = :person"""),
            Part.of("own-kpis", ADMINISTRATION, "own_kpi_versions.made_by", "\"madeAt\"", """
                    select k.kpi_key as "kpi", v.number as "version", v.reason as "reason", v.made_at as "madeAt"
                    from own_kpi_versions v join own_kpis k on k.id = v.kpi_id where v.made_by = :person"""),
            Part.of("scores", ADMINISTRATION, "scores.person_id", "\"from\", \"externalId\"", """
                    select external_id as "externalId", objective as "objective", from_day as "from", to_day as "to",
                      score as "score"
                    from scores where person_id = :person"""),
            Part.of("imports", ADMINISTRATION, "imports.started_by", "\"startedAt\", \"file\"", """
                    select kind as "kind", file_name as "file", state as "state", new_rows as "new",
                      changed_rows as "changed", started_at as "startedAt"
                    from imports where started_by = :person"""),
            Part.of("mappings", ADMINISTRATION, "import_mappings.person_id", "\"savedAt\", \"kind\"", """
                    select kind as "kind", saved_at as "savedAt", mapping as "mapping"
                    from import_mappings where person_id = :person"""),
            Part.of("trail", ADMINISTRATION, "audit_records.actor_id", "\"recordedAt\", \"action\", \"ref\"", """
                    select a.recorded_at as "recordedAt", a.action as "action", a.object_kind as "kind",
                      a.object_ref as "ref", a.object_name as "name",
                      case when a.actor_id = :person then 'done by' else 'done to' end as "how",
                      case when a.actor_id = :person then a.request_id end as "request",
                      case when a.actor_id = :person then a.network end as "network"
                    from audit_records a join persons p on p.id = :person
                    where a.actor_id = :person or (a.object_kind = 'account' and a.object_ref = cast(p.id as varchar(20)))
                      or (a.object_kind in ('person', 'people') and a.object_ref = p.external_id)"""));

    private static final List<Part> THE_PAY = List.of(
            // why somebody did something can name what others earn
            Part.of("reasons-given", SELF, "", "\"recordedAt\", \"action\"", """
                    select recorded_at as "recordedAt", action as "action", object_name as "name", reason as "reason"
                    from audit_records where actor_id = :person and reason is not null"""),
            Part.of("statements", PAY, "ledger_entries.person_id", "\"number\"", """
                    select seq as "number", posted_month as "statement", earned_month as "earnedIn", plan_name as "plan",
                      plan_version as "version", component as "component", deal as "deal", base as "base", rate as "rate",
                      line_amount as "line", delta as "amount", currency as "currency", change_kind as "change",
                      cause as "cause", recorded_at as "recordedAt"
                    from ledger_entries where person_id = :person"""),
            Part.of("commission-plans", PAY, "plan_assignments.person_id", "\"from\", \"plan\"", """
                    select p.name as "plan", a.from_day as "from", a.to_day as "to"
                    from plan_assignments a join plans p on p.id = a.plan_id where a.person_id = :person"""),
            Part.of("plans-written", PAY, "plan_versions.created_by", "\"createdAt\", \"plan\"", """
                    select p.name as "plan", v.number as "version", v.created_at as "createdAt"
                    from plan_versions v join plans p on p.id = v.plan_id where v.created_by = :person"""),
            Part.of("closed-months", PAY, "closed_plans.person_id", "\"month\"", """
                    select closed_month as "month", plan_name as "plan", plan_version as "version"
                    from closed_plans where person_id = :person"""),
            Part.of("months-closed", PAY, "closed_months.closed_by", "\"month\"", """
                    select closed_month as "month", closed_at as "closedAt", payable_on as "payableOn"
                    from closed_months where closed_by = :person"""),
            Part.of("costs", PAY, "costs.person_id", "\"from\", \"externalId\"", """
                    select external_id as "externalId", kind as "kind", from_day as "from", to_day as "to",
                      amount as "amount", currency as "currency"
                    from costs where person_id = :person"""));

    /** All of them, in the order of the file. */
    static final List<Part> LIST = Stream.of(THE_PERSON, THE_ACCOUNT, THE_WORK, THE_PAY)
            .flatMap(List::stream)
            .toList();

    /** Columns that point to a person and are in no file, with the reason. */
    static final Map<String, String> LEFT_OUT = Map.of(
            "managers_above.person_id", "follows from the reporting lines, which are in the file",
            "managers_above.manager_id", "follows from the reporting lines, which are in the file",
            "daily_totals.person_id", "sums of the deals and activities that are in the file",
            "person_months.person_id", "sums of the deals that are in the file",
            "counted_memberships.person_id", "a copy of the memberships, which are in the file",
            "touched_days.person_id", "which days are still to be added up; empty a moment later",
            "touched_counts.person_id", "which days are still to be added up; empty a moment later",
            "ledger_chains.person_id", "number and hash of the last statement line, which is in the file",
            "noticed_statements.person_id", "up to which statement line notices were made",
            "board_rivals.rival_id", "whom others compare with is their own secret");

    private Parts() {}
}
