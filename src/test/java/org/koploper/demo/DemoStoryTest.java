package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.koploper.access.Role;

/** What the demo promises to show, on whatever day it is started. */
class DemoStoryTest {

    static Stream<LocalDate> days() {
        return Stream.concat(
                Stream.of(
                                "2026-11-23",
                                "2027-01-01",
                                "2027-01-02",
                                "2028-02-29",
                                "2026-12-31",
                                "2027-05-01",
                                "2027-07-01")
                        .map(LocalDate::parse),
                LocalDate.parse("2027-08-01").datesUntil(LocalDate.parse("2027-09-02")));
    }

    @ParameterizedTest
    @MethodSource("days")
    void nothingIsToldOfTheFutureButPlans(LocalDate today) {
        Rows rows = data(today).rows();
        Set<String> plans = Set.of("expiresOn", "dueOn", "to");
        for (String kind : rows.kinds()) {
            if (kind.equals("targets") || kind.equals("absences")) {
                continue;
            }
            assertThat(rows.of(kind))
                    .as(kind)
                    .allSatisfy(row -> row.forEach((field, value) -> {
                        LocalDate date = value instanceof LocalDateTime time ? time.toLocalDate() : null;
                        date = value instanceof LocalDate day ? day : date;
                        if (date != null && !plans.contains(field)) {
                            assertThat(date).as(field).isBeforeOrEqualTo(today);
                        }
                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDealGoesForwardInTime(LocalDate today) {
        assertThat(data(today).deals())
                .allSatisfy(deal -> assertThat(Stream.of(deal.engaged(), deal.quoted(), deal.closed(), deal.cancelled())
                                .filter(day -> day != null))
                        .isSorted());
    }

    @ParameterizedTest
    @MethodSource("days")
    void twoShareAPlaceInTheRunningMonth(LocalDate today) {
        DemoData data = data(today);
        YearMonth month = YearMonth.from(today);

        assertThat(revenue(data, Cast.WOUT, month))
                .isEqualByComparingTo(revenue(data, Cast.NELE, month))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("days")
    void theRunningMonthIsAlive(LocalDate today) {
        DemoData data = data(today);
        YearMonth month = YearMonth.from(today);

        for (Member seller : data.cast().sellers()) {
            BigDecimal revenue = revenue(data, seller.id(), month);
            if (seller.id().equals(Cast.DAAN)) {
                assertThat(revenue).as(seller.name()).isZero();
            } else {
                assertThat(revenue).as(seller.name()).isGreaterThan(BigDecimal.valueOf(1_000));
            }
        }
        Member an = data.cast().member(Cast.AN);
        assertThat(revenue(data, Cast.AN, month)).isGreaterThan(BigDecimal.valueOf(an.target()));
    }

    @ParameterizedTest
    @MethodSource("days")
    void dealsAreSharedThisMonthAndBefore(LocalDate today) {
        List<Deal> shared =
                data(today).deals().stream().filter(d -> !d.splits().isEmpty()).toList();

        assertThat(shared)
                .extracting(Deal::splits)
                .containsOnly(Map.of(Cast.AN, 60, Cast.WOUT, 40))
                .hasSize(3);
        assertThat(shared).anyMatch(deal -> YearMonth.from(deal.closed()).equals(YearMonth.from(today)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void somebodyNewBoughtThisMonthAndQuotesWaitForACall(LocalDate today) {
        DemoData data = data(today);
        Set<Object> called = data.rows().of("activities").stream()
                .map(activity -> activity.get("customer"))
                .collect(Collectors.toSet());

        assertThat(data.deals())
                .anyMatch(deal -> Catalogue.NEWCOMERS.contains(deal.customer())
                        && deal.closed() != null
                        && YearMonth.from(deal.closed()).equals(YearMonth.from(today)));
        assertThat(data.rows().of("quotes"))
                .anyMatch(quote -> quote.get("outcome").equals("open")
                        && ((LocalDate) quote.get("sentOn")).isBefore(today.minusDays(14))
                        && !called.contains(quote.get("customer")));
    }

    @ParameterizedTest
    @MethodSource("days")
    void mostWhoBuyDoSoWeeksAfterTheFirstContactAndNotYears(LocalDate today) {
        DemoData data = data(today);
        Map<Object, LocalDate> first = data.rows().of("activities").stream()
                .filter(activity -> "held".equals(activity.get("outcome")))
                .collect(Collectors.toMap(
                        activity -> activity.get("customer"),
                        activity -> ((LocalDateTime) activity.get("happenedAt")).toLocalDate(),
                        (one, other) -> one.isBefore(other) ? one : other));
        for (int last = 5; last <= DemoDay.MONTHS; last++) {
            List<YearMonth> quarter = data.day().months().subList(last - 2, last + 1);
            List<Long> days = data.deals().stream()
                    .filter(deal -> deal.stage().equals(Deal.WON) && quarter.contains(YearMonth.from(deal.closed())))
                    .filter(deal -> first.containsKey(deal.customer().id()))
                    .map(deal ->
                            ChronoUnit.DAYS.between(first.get(deal.customer().id()), deal.closed()))
                    .filter(between -> between >= 0)
                    .sorted()
                    .toList();
            assertThat(days.get(days.size() / 2)).as("%s: %s", quarter, days).isBetween(20L, 100L);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void customersComeAndSomeComeBack(LocalDate today) {
        Map<Catalogue.Customer, Long> bought = data(today).deals().stream()
                .filter(deal -> deal.stage().equals(Deal.WON) && FirstBuyers.isOne(deal.customer()))
                .collect(Collectors.groupingBy(Deal::customer, Collectors.counting()));

        assertThat(bought).hasSizeBetween(200, 500);
        assertThat(bought.keySet()).extracting(Catalogue.Customer::name).doesNotHaveDuplicates();
        assertThat(bought.values().stream().filter(times -> times > 1).count()).isBetween(30L, 120L);
    }

    @ParameterizedTest
    @MethodSource("days")
    void leadsThatWereWorthItSaySinceWhenAndCustomersHaveANumberOfTheirOwn(LocalDate today) {
        Rows rows = data(today).rows();
        Set<Object> worthIt = Set.of("qualified", "converted");

        assertThat(rows.of("leads"))
                .allSatisfy(lead ->
                        assertThat(lead.containsKey("qualifiedOn")).isEqualTo(worthIt.contains(lead.get("status"))));
        assertThat(rows.of("customers"))
                .extracting(customer -> customer.get("registrationNumber"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("days")
    void oneDealIsTakenBackInALaterMonth(LocalDate today) {
        assertThat(data(today).deals().stream().filter(deal -> deal.cancelled() != null))
                .singleElement()
                .satisfies(deal -> assertThat(YearMonth.from(deal.cancelled())).isAfter(YearMonth.from(deal.closed())));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theOneWhoJoinedInMidMonthHasNoPastBeforeThat(LocalDate today) {
        DemoData data = data(today);
        LocalDate joined = data.cast().member(Cast.YASMINA).since();

        assertThat(joined.getDayOfMonth()).isBetween(15, 20);
        assertThat(data.deals())
                .filteredOn(deal -> deal.owner().equals(Cast.YASMINA) && deal.engaged() != null)
                .isNotEmpty()
                .allSatisfy(deal -> assertThat(deal.engaged()).isAfterOrEqualTo(joined));
        assertThat(data.rows().of("targets"))
                .filteredOn(row -> Cast.YASMINA.equals(row.get("person")))
                .allSatisfy(row -> assertThat((LocalDate) row.get("to")).isAfter(joined));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theOneWhoMovedDidSoOnTheFirstOfJulyInsideTheHistory(LocalDate today) {
        Member sanne = data(today).cast().member(Cast.SANNE);
        LocalDate moved = sanne.moved();

        assertThat(moved).isBetween(data(today).day().start(), today.minusMonths(1));
        assertThat(moved).hasMonth(java.time.Month.JULY).hasDayOfMonth(1);
        assertThat(sanne.teamOn(moved.minusDays(1))).isEqualTo(Cast.ANTWERP);
        assertThat(sanne.teamOn(moved)).isEqualTo(Cast.ROTTERDAM);
    }

    @ParameterizedTest
    @MethodSource("days")
    void linesAddUpToTheirDeal(LocalDate today) {
        DemoData data = data(today);
        Map<String, BigDecimal> values = data.deals().stream().collect(Collectors.toMap(Deal::id, Deal::value));
        Map<String, BigDecimal> sums = data.rows().of("lines").stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("deal"),
                        row -> ((BigDecimal) row.get("unitPrice")).multiply((BigDecimal) row.get("quantity")),
                        BigDecimal::add));

        assertThat(sums).hasSizeGreaterThan(100);
        sums.forEach((deal, sum) -> assertThat(sum).as(deal).isEqualByComparingTo(values.get(deal)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theSizeIsThatOfASmallFirm(LocalDate today) {
        DemoData data = data(today);

        assertThat(data.cast().members()).hasSize(14);
        assertThat(data.cast().sellers()).hasSize(10);
        assertThat(data.deals()).hasSizeBetween(600, 1_500);
        assertThat(data.rows().count()).isLessThan(9_000);
        assertThat(data.deals())
                .extracting(Deal::value)
                .allSatisfy(value -> assertThat(value).isBetween(BigDecimal.TEN, BigDecimal.valueOf(90_000)));
    }

    @Test
    void theSameDayBringsTheSameRowsAndAnotherDayOthers() {
        LocalDate today = LocalDate.parse("2026-11-23");

        assertThat(everything(today)).isEqualTo(everything(today)).isNotEqualTo(everything(today.plusDays(1)));
    }

    @Test
    void everyRowHasItsOwnExternalId() {
        Rows rows = data(LocalDate.parse("2028-02-29")).rows();

        for (String kind : rows.kinds()) {
            assertThat(rows.of(kind))
                    .as(kind)
                    .extracting(row -> row.get("externalId"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyRoleCanBeSignedInAs() {
        assertThat(new Cast(new DemoDay(LocalDate.parse("2027-01-01")))
                        .members().stream().flatMap(member -> member.roles().stream()))
                .contains(Role.values());
    }

    private static DemoData data(LocalDate today) {
        return DemoData.of(new DemoDay(today));
    }

    private static List<List<Map<String, Object>>> everything(LocalDate today) {
        Rows rows = data(today).rows();
        return rows.kinds().stream().map(rows::of).toList();
    }

    /** Counted from the deals alone: wins of the month by share, less what was taken back in it. */
    private static BigDecimal revenue(DemoData data, String person, YearMonth month) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Deal deal : data.deals()) {
            int percent = deal.splits().isEmpty()
                    ? (deal.owner().equals(person) ? 100 : 0)
                    : deal.splits().getOrDefault(person, 0);
            BigDecimal credit = deal.value().multiply(BigDecimal.valueOf(percent, 2));
            if (!deal.stage().equals(Deal.LOST)
                    && deal.closed() != null
                    && YearMonth.from(deal.closed()).equals(month)) {
                sum = sum.add(credit);
            }
            if (deal.cancelled() != null && YearMonth.from(deal.cancelled()).equals(month)) {
                sum = sum.subtract(credit);
            }
        }
        return sum;
    }
}
