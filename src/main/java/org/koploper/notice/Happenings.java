package org.koploper.notice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koploper.access.AccountChanged;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.PlanChanged;
import org.koploper.game.KudosGiven;
import org.koploper.game.KudosTakenBack;
import org.koploper.intake.ImportEnded;
import org.koploper.intake.PickUpFailed;
import org.koploper.kpi.GoalNews;
import org.koploper.kpi.TargetsWritten;
import org.koploper.sales.DealNews;
import org.koploper.sales.DealsWritten;
import org.koploper.storage.Ids;
import org.koploper.webhook.WebhookGivenUp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of deals, targets, plans, accounts and imports inside the transaction of what happened: no notice without it, and
 * it not without its notice, whatever crashes. A batch of ten thousand deals is one notice for each person.
 */
@Component
class Happenings {

    private static final Map<String, String> ACCOUNT = Map.of(
            "account.password-reset", "security-password",
            "account.roles-changed", "security-roles",
            "account.disabled", "security-locked",
            "account.view-started", "security-viewed",
            "account.passkey-added", "security-passkey-added",
            "account.passkey-removed", "security-passkey-removed");

    /** Told although it was their own doing: whoever sits at somebody's open session could have done it. */
    private static final Set<String> TOLD_TO_ONESELF = Set.of("account.passkey-added", "account.passkey-removed");

    private static final String KUDOS = "kudos ";

    private static final int AT_A_TIME = 500;

    private final NoticeDesk desk;
    private final JdbcClient jdbc;
    private final Ids ids;

    Happenings(NoticeDesk desk, JdbcClient jdbc, Ids ids) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @EventListener
    void on(DealsWritten written) {
        Map<Long, List<DealNews>> byPerson =
                grouped(written.news(), news -> news.person().value());
        Map<Long, String> titles = titles(byPerson.values().stream()
                .filter(own -> own.size() == 1)
                .map(own -> own.getFirst().deal())
                .distinct()
                .toList());
        List<NewNotice> notices = new ArrayList<>();
        byPerson.forEach((person, own) -> {
            DealNews first = own.getFirst();
            notices.add(new NewNotice(
                    first.person(),
                    NoticeKind.DEAL,
                    "deal-" + lower(first.what()) + (first.onTop() ? "-on-top" : ""),
                    List.of(titles.getOrDefault(first.deal(), "")),
                    first.closedOn() == null
                            ? ""
                            : YearMonth.from(first.closedOn()).toString(),
                    "batch " + written.batch(),
                    own.size()));
        });
        desk.tell(notices);
    }

    @EventListener
    void on(TargetsWritten written) {
        List<NewNotice> notices = new ArrayList<>();
        grouped(written.targets(), target -> target.person().value()).forEach((person, own) -> {
            TargetsWritten.Written first = own.getFirst();
            notices.add(new NewNotice(
                    first.person(),
                    NoticeKind.TARGET,
                    first.agreed() ? "target-agreed" : "target-changed",
                    List.of(
                            lower(first.kpi()),
                            first.from().toString(),
                            first.to().toString()),
                    YearMonth.from(first.from()).toString(),
                    "batch " + written.batch(),
                    own.size()));
        });
        desk.tell(notices);
    }

    @EventListener
    void on(GoalNews news) {
        String origin = "change " + ids.next();
        desk.tell(news.readers().stream()
                .map(person -> new NewNotice(
                        person,
                        NoticeKind.GOAL,
                        "goal-" + lower(news.what()),
                        List.of(
                                news.goal().kpi().key(),
                                news.goal().period().from().toString(),
                                news.goal().period().to().toString()),
                        news.goal().externalId(),
                        origin,
                        1))
                .toList());
    }

    @EventListener
    void on(PlanChanged change) {
        String origin = "change " + ids.next();
        desk.tell(change.reached().stream()
                .distinct()
                .map(person -> new NewNotice(
                        person,
                        NoticeKind.PLAN,
                        "plan-" + lower(change.what()),
                        List.of(change.plan().name(), change.day().toString()),
                        YearMonth.from(change.day()).toString(),
                        origin,
                        1))
                .toList());
    }

    @EventListener
    void on(AccountChanged change) {
        String sentence = ACCOUNT.get(change.action());
        boolean same = change.before() != null && change.before().equals(change.after());
        if (sentence != null && !same) {
            List<NewNotice> notices = List.of(new NewNotice(
                    change.person(),
                    NoticeKind.SECURITY,
                    sentence,
                    // who it was, and why they did it
                    change.reason() == null ? List.of() : List.of(Caller.now().name(), change.reason()),
                    "",
                    "change " + ids.next(),
                    1));
            if (TOLD_TO_ONESELF.contains(change.action())) {
                desk.tell(notices, null, null);
            } else {
                desk.tell(notices);
            }
        }
    }

    @EventListener
    void on(KudosGiven given) {
        String giver = given.giver();
        desk.tell(
                List.of(new NewNotice(
                        given.receiver(),
                        NoticeKind.KUDOS,
                        giver == null ? "kudos-anonymous" : "kudos",
                        giver == null ? List.of() : List.of(giver),
                        "",
                        KUDOS + given.id(),
                        1)),
                null,
                null);
    }

    @EventListener
    void on(KudosTakenBack taken) {
        desk.forget(taken.receiver(), NoticeKind.KUDOS, KUDOS + taken.id());
    }

    /** Who started it is told although it was their own doing: they went on with something else meanwhile. */
    @EventListener
    @Transactional
    void on(ImportEnded ended) {
        if (ended.startedBy() != null) {
            desk.tell(
                    List.of(new NewNotice(
                            ended.startedBy(),
                            NoticeKind.IMPORT,
                            ended.failed() ? "import-failed" : "import-done",
                            List.of(ended.fileName()),
                            String.valueOf(ended.id()),
                            "import " + ended.id(),
                            1)),
                    null,
                    null);
        }
    }

    /** Nobody waits for what comes from a folder, so everybody who administers is told. */
    @EventListener
    @Transactional
    void on(PickUpFailed failed) {
        desk.tell(
                administrators().stream()
                        .map(person -> new NewNotice(
                                person,
                                NoticeKind.IMPORT,
                                "import-folder-failed",
                                List.of(failed.fileName()),
                                String.valueOf(failed.id()),
                                "import " + failed.id(),
                                1))
                        .toList(),
                null,
                null);
    }

    @EventListener
    void on(WebhookGivenUp given) {
        String origin = "change " + ids.next();
        desk.tell(administrators().stream()
                .map(person -> new NewNotice(
                        person,
                        NoticeKind.WEBHOOK,
                        "webhook-given-up",
                        List.of(given.name()),
                        String.valueOf(given.webhook()),
                        origin,
                        1))
                .toList());
    }

    private List<PersonId> administrators() {
        return jdbc
                .sql("select a.person_id from account_roles a join accounts b on b.person_id = a.person_id"
                        + " where a.role = 'ADMIN' and b.enabled = true order by a.person_id")
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private static <T> Map<Long, List<T>> grouped(Collection<T> all, Function<T, Long> person) {
        return all.stream().collect(Collectors.groupingBy(person, LinkedHashMap::new, Collectors.toList()));
    }

    /** What these deals are called: by name, else by number. */
    private Map<Long, String> titles(List<Long> deals) {
        Map<Long, String> titles = new HashMap<>();
        for (int from = 0; from < deals.size(); from += AT_A_TIME) {
            jdbc.sql("select id, coalesce(name, external_id) as title from deals where id in (:deals)")
                    .param("deals", deals.subList(from, Math.min(deals.size(), from + AT_A_TIME)))
                    .query(row -> {
                        titles.put(row.getLong("id"), row.getString("title"));
                    });
        }
        return titles;
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
