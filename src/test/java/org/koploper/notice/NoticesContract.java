package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.commission.Assignment;
import org.koploper.commission.PlanRef;
import org.koploper.commission.StatementsChanged;
import org.koploper.intake.ImportEnded;
import org.koploper.people.TeamId;
import org.koploper.records.Entry;
import org.koploper.records.Order;
import org.koploper.sales.DealView;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;

/** Who is told what; and that nobody is told what is not theirs, twice, or with an amount. */
abstract class NoticesContract extends NoticeScene {

    @Test
    void whoseDealIsWonIsToldByWhomAndWhoWonItIsNot() {
        win(open);

        assertThat(said(an)).containsExactly("The deal " + open + " was won in your name.");
        assertThat(of(an).getFirst().actor()).isEqualTo("Mia Manager");
        assertThat(of(manager)).isEmpty();
        assertThat(of(bo)).isEmpty();
    }

    @Test
    void whoLosesADealAndWhoGetsItAreTold() {
        As.user(manager, Set.of(Role.MANAGER), () -> {
            DealView deal = deals.find(open).orElseThrow();
            deals.change(open, deal.unchanged().ownedBy(bo), deal.version(), null);
            return true;
        });

        assertThat(said(an)).containsExactly("The deal " + open + " went to somebody else.");
        assertThat(said(bo)).containsExactly("The deal " + open + " is now yours, or partly.");
    }

    @Test
    void whoGetsAShareIsToldAndTheOwnerToo() {
        Taken.of(
                desk,
                ids,
                "deals",
                Taken.row(
                        "externalId", open, "splits", sample.externalId(an) + ":60;" + sample.externalId(bo) + ":40"));

        assertThat(said(an)).containsExactly("Your deal " + open + " was changed.");
        assertThat(said(bo)).containsExactly("The deal " + open + " is now yours, or partly.");
    }

    @Test
    void aSpecialistIsToldOfTheDealLikeWhoeverSharesItAndNeverHowMuch() {
        credit(sample.externalId(bo) + ":25");
        win(open);
        credit(sample.externalId(bo) + ":30");
        credit(null);

        assertThat(said(bo))
                .containsExactlyInAnyOrder(
                        "Part of the deal " + open + " is now credited to you, on top of those who share it.",
                        "The deal " + open + " was won, and part of it is credited to you on top.",
                        "The deal " + open + ", part of which is credited to you on top, was changed.",
                        "The deal " + open + " is no longer credited to you on top.");
        assertThat(said(an))
                .as("what others are credited with changes nothing for the owner")
                .containsExactly("The deal " + open + " was won in your name.");
        for (Notice notice : of(bo)) {
            assertThat(notice.args()).containsExactly(open);
            String sentence = words.sentence(notice, Locale.forLanguageTag("nl-BE"));
            assertThat(sentence).contains(open);
            // its name is a number of its own, in which others stand by chance
            assertThat(sentence.replace(open, "")).doesNotContain("notice.", "25", "30", "7654", "7.654");
        }
    }

    private void credit(@Nullable String overlays) {
        Taken.of(desk, ids, "deals", Taken.row("externalId", open, "overlays", overlays));
    }

    @Test
    void whoSharesADealAndIsCreditedOnTopIsToldOnceAsWhoSharesIt() {
        Taken.of(
                desk,
                ids,
                "deals",
                Taken.row(
                        "externalId",
                        open,
                        "splits",
                        sample.externalId(an) + ":60;" + sample.externalId(bo) + ":40",
                        "overlays",
                        sample.externalId(bo) + ":25"));

        assertThat(said(bo)).containsExactly("The deal " + open + " is now yours, or partly.");
    }

    @Test
    void thousandsOfDealsInOneImportAreOneNoticeForEachPersonAndNoneForWhoBroughtThem() {
        long batch = ids.next();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            PersonId owner = i % 5 == 0 ? manager : i % 2 == 0 ? an : bo;
            Map<String, Object> row = Map.of(
                    "externalId",
                    "N" + batch + "-" + i,
                    "owner",
                    sample.externalId(owner),
                    "stage",
                    "WON",
                    "closedOn",
                    LocalDate.of(2026, 3, 5),
                    "value",
                    BigDecimal.TEN);
            entries.add(new Entry(i + 2, row, List.of(), List.of()));
        }
        Order order =
                new Order("deals", Order.Mode.TAKE_WHAT_IS_RIGHT, batch, "t", new Trail.Subject("t", "" + batch, "t"));
        As.user(manager, Set.of(Role.ADMIN), () -> desk.apply(order, entries::forEach, issue -> {}));

        assertThat(said(an)).containsExactly("1,000 deals of yours were won or changed.");
        assertThat(said(bo)).containsExactly("1,000 deals of yours were won or changed.");
        assertThat(of(manager)).isEmpty();
    }

    @Test
    void onlyThePayeeIsToldThatAStatementChangedAndNeverHowMuch() {
        paid(an);
        win(open);

        List<Notice> statements =
                of(an).stream().filter(n -> n.kind() == NoticeKind.STATEMENT).toList();
        assertThat(statements).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("2026-03");
            assertThat(notice.args()).containsExactly("2026-03");
        });
        assertThat(of(manager)).isEmpty();
        assertThat(of(bo)).isEmpty();
        for (Notice notice : of(an)) {
            for (Locale locale : List.of(Locale.UK, Locale.forLanguageTag("nl-BE"))) {
                assertThat(words.sentence(notice, locale))
                        .doesNotContain("7654", "7,654", "7.654", "382", "€", "EUR", "notice.");
            }
        }
        assertThat(jdbc.sql("select args from notices where person_id = ?")
                        .param(an.value())
                        .query(String.class)
                        .list())
                .noneMatch(args -> args.contains("7654") || args.contains("382"));
    }

    @Test
    void anUnreadNoticeOfAMonthIsRenewedAndNotRepeatedAndAReadOneIsFollowedByAnother() {
        paid(an);
        sample.won(an, "500", "2026-03-07");
        sample.changed(an, "2026-03-07");
        sample.won(an, "600", "2026-03-08");
        sample.changed(an, "2026-03-08");
        assertThat(statements(an)).hasSize(1);

        As.user(
                an,
                Set.of(Role.REP),
                () -> notices.mark(statements(an).getFirst().id(), true));
        sample.won(an, "700", "2026-03-09");
        sample.changed(an, "2026-03-09");
        assertThat(statements(an)).hasSize(2);
    }

    @Test
    void beingToldTwiceOfTheSameEntriesTellsNothingNew() {
        paid(an);
        sample.won(an, "500", "2026-03-07");
        sample.changed(an, "2026-03-07");
        As.user(an, Set.of(Role.REP), notices::readAll);

        statementNews.on(new StatementsChanged(null));

        assertThat(of(an)).allMatch(Notice::read);
    }

    @Test
    void theHistoryOfManyMonthsIsOneNotice() {
        paid(an);
        long batch = sample.newBatch();
        for (String day : List.of("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-07")) {
            sample.won(an, "500", day);
            sample.touched(batch, an, day);
        }
        sample.changed(batch);

        assertThat(statements(an))
                .singleElement()
                .satisfies(notice -> assertThat(words.sentence(notice, Locale.UK))
                        .isEqualTo("Your statements from January 2026 to April 2026 changed."));
    }

    private List<Notice> statements(PersonId person) {
        return of(person).stream()
                .filter(notice -> notice.kind() == NoticeKind.STATEMENT)
                .toList();
    }

    @Test
    void aTargetIsToldWhenItIsAgreedAndWhenItChanges() {
        String id = "NT" + ids.next();
        target(id, "25000");
        target(id, "26000");

        assertThat(said(an))
                .containsExactlyInAnyOrder(
                        "A target was agreed for you: Revenue, November 2026.",
                        "Your target was changed: Revenue, November 2026.");
    }

    private void target(String id, String amount) {
        Taken.of(
                desk,
                ids,
                "targets",
                Taken.row(
                        "externalId",
                        id,
                        "scope",
                        "PERSON",
                        "person",
                        sample.externalId(an),
                        "kpi",
                        "REVENUE",
                        "from",
                        LocalDate.of(2026, 11, 1),
                        "to",
                        LocalDate.of(2026, 11, 30),
                        "amount",
                        new BigDecimal(amount),
                        "currency",
                        "EUR"));
    }

    @Test
    void aPlanIsToldWhenItBeginsEndsAndGetsANewVersionAlsoToATeam() {
        TeamId team = sample.team("Told", null);
        sample.member(bo, team, "2020-01-01", null);
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("n" + ids.next(), "Team plan", Currency.getInstance(sample.home()));
            plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}""");
            Assignment assigned = plans.assignTeam(plan.id(), team, LocalDate.of(2026, 1, 1), null);
            plans.addVersion(plan.id(), LocalDate.of(2026, 6, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.06"}}]}""");
            plans.end(assigned.id(), LocalDate.of(2026, 12, 31));
        });

        assertThat(said(bo))
                .containsExactlyInAnyOrder(
                        "You are on the plan Team plan from 1 Jan 2026.",
                        "The plan Team plan has a new version from 1 Jun 2026.",
                        "The plan Team plan holds for you until 31 Dec 2026.");
        assertThat(of(an)).isEmpty();
    }

    @Test
    void whoStartedAnImportIsToldHowItEnded() {
        context.publishEvent(new ImportEnded(4711, "deals.csv", false, an));
        context.publishEvent(new ImportEnded(4712, "people.csv", true, an));
        context.publishEvent(new ImportEnded(4713, "by-token.csv", true, null));

        assertThat(said(an))
                .containsExactlyInAnyOrder("The import of deals.csv is through.", "The import of people.csv failed.");
    }

    @OnHsqldb
    static class OnHsqldbTest extends NoticesContract {}

    @OnPostgres
    static class OnPostgresTest extends NoticesContract {}
}
