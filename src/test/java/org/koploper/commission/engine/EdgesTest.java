package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/** Cases at random found these; here they are small, and say what has to hold. */
class EdgesTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Test
    void aDealAloneThatFillsSeveralTiersOfOutputFillsEachFromItsOwnStart() {
        TierRule rule = new TierRule(
                Accumulate.NONE,
                Boundary.LOWER,
                On.OUTPUT,
                List.of(band("0", "100", "0.1"), band("100", "200", "0.2"), band("200", null, "0.5")));

        // 1,000 at 10 %, 500 at 20 %, 500 at 50 %
        assertThat(paid(plain(rule), deal("D", "2026-01-10", "2000"))).isEqualByComparingTo("450");
    }

    @Test
    void aReversalThatPassesZeroOfOutputHasOneLineForABandAndItsMirrorImage() {
        TierRule rule = new TierRule(
                Accumulate.MONTH,
                Boundary.LOWER,
                On.OUTPUT,
                List.of(band("0", "100", "0.1"), band("100", null, "0.2")));
        List<Credit> credits = List.of(deal("A", "2026-01-10", "1500"), deal("B", "2026-01-20", "-4000"));

        List<Line> lines = Engine.calculate(plain(rule), credits, JANUARY, JANUARY);

        assertThat(lines).extracting(Line::key).doesNotHaveDuplicates();
        // back: 500 at 20 %, 1,000 at 10 %; below zero 1,000 at 10 %, 1,500 at 20 %
        assertThat(lines.stream().filter(line -> "B".equals(line.deal())).map(Line::amount))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("-400"), new BigDecimal("-200"));
    }

    @Test
    void whatObjectivesPaidEarlierCountsInTheLimitOfAWindowAlsoWhereNothingWasSold() {
        Scorecard card = new Scorecard(Accumulate.MONTH, List.of(new Scorecard.Objective("Launch", BigDecimal.ONE)));
        Limits limits = new Limits(null, new BigDecimal("700"), Accumulate.QUARTER, null);
        Component component = new Component(
                "Card",
                Measure.REVENUE,
                Match.ALL,
                null,
                card,
                null,
                new BigDecimal("500"),
                BigDecimal.ONE,
                List.of(),
                limits);
        List<Score> scores = List.of(
                new Score("Launch", Period.parse("2026-01"), BigDecimal.ONE),
                new Score("Launch", Period.parse("2026-02"), BigDecimal.ONE));
        History history = new History(List.of(), Service.ALWAYS, List.of(), scores, List.of(), List.of());
        YearMonth february = YearMonth.of(2026, 2);

        assertThat(sum(Engine.calculate(terms(component), history, february, february)))
                .isEqualByComparingTo("200");
    }

    @Test
    void aRefundInALaterWindowTakesBackWhatACurveOrABonusPaid() {
        PayCurve curve = new PayCurve(Accumulate.QUARTER, List.of(point("0.5", "0"), point("1", "1")), null, null);
        Bonus bonus = bonus(Accumulate.NONE, Boundary.UPPER, "1000");
        List<Credit> credits = List.of(deal("D", "2026-03-10", "1000"), deal("D/cancelled", "2026-04-10", "-1000"));

        assertThat(byMonth(terms(ofQuota("Curve", curve, "1000", Proration.NONE)), credits))
                .containsEntry(YearMonth.of(2026, 3), "500")
                .containsEntry(YearMonth.of(2026, 4), "-500");
        assertThat(byMonth(plain(bonus), credits))
                .containsEntry(YearMonth.of(2026, 3), "50")
                .containsEntry(YearMonth.of(2026, 4), "-50");
    }

    @Test
    void aRuleThatPaysForNothingOrIsStuckIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayCurve(Accumulate.MONTH, List.of(point("0", "0.5")), null, null))
                .withMessageContaining("nothing reached");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bonus(Accumulate.MONTH, Boundary.UPPER, "0"))
                .withMessageContaining("before anything is sold");

        List<Band> stuck = List.of(band("0", "100", "0.1"), band("100", null, "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRule(Accumulate.YEAR, Boundary.UPPER, On.OUTPUT, stuck))
                .withMessageContaining("nothing moves them");

        assertThat(paid(plain(bonus(Accumulate.MONTH, Boundary.LOWER, "0")), deal("D", "2026-01-10", "1")))
                .isEqualByComparingTo("50");
    }

    @Test
    void aCreditNoteLeavesTheFixedAmountOfADealAndItsCancellationTakesIt() {
        Terms terms = plain(new FlatRate(new Rates(List.of(new Rates.Case(Match.ALL, new BigDecimal("75"), true)))));
        Credit note = credit("D/note", "2026-02-10", "-400", "0", Map.of());

        assertThat(byMonth(
                        terms,
                        List.of(deal("D", "2026-01-10", "1000"), note, deal("D/cancelled", "2026-03-10", "-600"))))
                .containsExactly(Map.entry(JANUARY, "75"), Map.entry(YearMonth.of(2026, 3), "-75"));
    }

    @Test
    void aDealWithoutARateOfItsOwnStillRatesTheEarlierOnesAgain() {
        Match kind = new Match(Map.of("kind", Set.of("new")));
        TierRule rule = new TierRule(
                Accumulate.QUARTER,
                Boundary.UPPER,
                On.COUNTED,
                List.of(
                        new Band(BigDecimal.ZERO, new BigDecimal("1000"), rates(kind, "0.1"), false),
                        new Band(new BigDecimal("1000"), null, rates(kind, "0.2"), true)));
        Credit first = credit("A", "2026-01-10", "500", "1", Map.of("kind", "new"));
        Credit other = credit("B", "2026-02-10", "500", "1", Map.of("kind", "renewal"));

        assertThat(byMonth(plain(rule), List.of(first, other)))
                .containsExactly(Map.entry(JANUARY, "50"), Map.entry(YearMonth.of(2026, 2), "50"));
    }

    @Test
    void aQuotaThatThePlanStatesIsNotReplacedByOneToldForAllComponents() {
        Component customers = ofQuota("Customers", half(), "4", Proration.NONE);
        History history = new History(
                List.of(deal("D", "2026-01-10", "4")),
                Service.ALWAYS,
                List.of(new OwnQuota(null, Period.parse("2026-01"), new BigDecimal("100000"))),
                List.of(),
                List.of(),
                List.of());

        assertThat(sum(Engine.pay(terms(customers), history, JANUARY, JANUARY))).isEqualByComparingTo("500");
    }

    @Test
    void whereNothingIsProratedADealAfterTheLastDayCountsAgainstTheWholeQuota() {
        Component component = ofQuota("Curve", half(), "4", Proration.NONE);
        History gone = new History(
                List.of(deal("D", "2026-03-10", "4")),
                new Service(null, LocalDate.of(2026, 1, 31)),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(sum(Engine.pay(terms(component), gone, JANUARY, JULY))).isEqualByComparingTo("500");
    }

    @Test
    void aDrawIsGivenWhileThePlanHoldsAndNotForEver() {
        Validity spring = new Validity(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30));
        for (PayTerms.DrawKind kind : PayTerms.DrawKind.values()) {
            Terms terms = new Terms(
                    "Spring",
                    1,
                    Samples.EURO,
                    spring,
                    List.of(new Component("Commission", new FlatRate(new BigDecimal("0.1")))),
                    Rounding.standard(Samples.EURO),
                    draw(kind, null));

            assertThat(byMonth(terms, List.of()))
                    .as("%s", kind)
                    .containsExactly(Map.entry(YearMonth.of(2026, 3), "100"), Map.entry(YearMonth.of(2026, 4), "100"));
        }
    }

    @Test
    void aDrawThatIsOverLiftsNoMonthThatComesToLessThanNothing() {
        Credit refund = deal("D", "2026-02-10", "-3000");
        for (PayTerms.DrawKind kind : PayTerms.DrawKind.values()) {
            assertThat(byMonth(withPay(draw(kind, 1)), List.of(refund)))
                    .as("%s", kind)
                    .containsEntry(YearMonth.of(2026, 2), "-300");
        }
    }

    @Test
    void thePayOfADealFollowsTheCashInBothDirections() {
        assertThat(byMonth(
                        onCash(),
                        List.of(deal("D", "2026-01-10", "1000")),
                        payment("D", "2026-02-01", "600", "1000"),
                        payment("D", "2026-03-01", "-600", "1000"),
                        payment("D", "2026-04-01", "-100", "1000"),
                        payment("D", "2026-05-01", "1100", "1000")))
                .containsExactly(
                        Map.entry(YearMonth.of(2026, 2), "60"),
                        Map.entry(YearMonth.of(2026, 3), "-60"),
                        Map.entry(YearMonth.of(2026, 5), "100"));
    }

    @Test
    void theLatestPaymentSaysWhatTheInvoiceComesToInWhateverOrderTheyArrive() {
        Payment first = payment("D", "2026-01-10", "500", "1000");
        Payment second = payment("D", "2026-02-01", "500", "2000");
        List<Credit> deal = List.of(deal("D", "2026-01-10", "1000"));

        assertThat(byMonth(onCash(), deal, first, second))
                .isEqualTo(byMonth(onCash(), deal, second, first))
                .containsExactly(Map.entry(JANUARY, "50"));
    }

    @Test
    void aNameThatWouldBreakAKeyIsRefusedOrWrittenInAnotherWay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayTerms.Draw("|b", PayTerms.DrawKind.GUARANTEE, BigDecimal.ONE, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PayTerms.Holdback(" ", new BigDecimal("0.1"), 1));

        Terms terms = new Terms(
                "North|South",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2020, 1, 1), null),
                List.of(new Component("Commission", new FlatRate(new BigDecimal("0.1")))),
                Rounding.standard(Samples.EURO),
                new PayTerms(null, null, null, null, true));
        List<Line> lines = Engine.pay(terms, History.of(List.of(deal("D", "2026-01-10", "-10"))), JANUARY, JANUARY);

        assertThat(lines)
                .filteredOn(line -> line.kind() == LineKind.CARRIED)
                .extracting(Line::component)
                .containsExactly("North/South");
        assertThat(lines).allMatch(line -> LineKey.parse(line.key()).text().equals(line.key()));
    }

    private static PayTerms draw(PayTerms.DrawKind kind, @Nullable Integer months) {
        return new PayTerms(null, new PayTerms.Draw("Draw", kind, new BigDecimal("100"), months), null, null, false);
    }

    private static Terms onCash() {
        return withPay(new PayTerms(new PayTerms.OnCash(), null, null, null, false));
    }

    private static Terms withPay(PayTerms pay) {
        Terms plain = plain(new FlatRate(new BigDecimal("0.1")));
        return new Terms(
                plain.plan(), 1, plain.currency(), plain.validity(), plain.components(), plain.rounding(), pay);
    }

    private static Terms plain(RateRule rule) {
        return terms(new Component("Commission", rule));
    }

    private static Terms terms(Component component) {
        return new Terms(
                "Edges",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2020, 1, 1), null),
                List.of(component),
                Rounding.standard(Samples.EURO));
    }

    /** With a target pay of 500. */
    private static Component ofQuota(String name, RateRule rule, String quota, Proration proration) {
        return new Component(
                name,
                Measure.REVENUE,
                Match.ALL,
                null,
                rule,
                new Quota(new BigDecimal(quota), List.of(), proration),
                new BigDecimal("500"),
                BigDecimal.ONE,
                List.of(),
                Limits.NONE);
    }

    private static PayCurve half() {
        return new PayCurve(Accumulate.MONTH, List.of(point("0.5", "0"), point("1", "1")), null, null);
    }

    private static Bonus bonus(Accumulate accumulate, Boundary boundary, String from) {
        Bonus.Step step = new Bonus.Step(new BigDecimal(from), null, new BigDecimal("50"));
        return new Bonus(accumulate, boundary, On.COUNTED, List.of(step));
    }

    private static PayCurve.Point point(String attainment, String payout) {
        return new PayCurve.Point(new BigDecimal(attainment), new BigDecimal(payout));
    }

    private static Band band(String from, @Nullable String to, String rate) {
        return new Band(new BigDecimal(from), to == null ? null : new BigDecimal(to), new BigDecimal(rate));
    }

    private static Rates rates(Match kind, String rate) {
        return new Rates(List.of(new Rates.Case(kind, new BigDecimal(rate), false)));
    }

    private static Credit deal(String id, String date, String amount) {
        return new Credit(id, LocalDate.parse(date), new BigDecimal(amount), BigDecimal.ONE);
    }

    private static Credit credit(String id, String date, String amount, String deals, Map<String, String> traits) {
        Facts facts = new Facts(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(deals), traits);
        return new Credit(id, LocalDate.parse(date), new BigDecimal(amount), BigDecimal.ONE, facts);
    }

    private static Payment payment(String deal, String date, String amount, String of) {
        return new Payment(deal, LocalDate.parse(date), new BigDecimal(amount), new BigDecimal(of));
    }

    private static BigDecimal paid(Terms terms, Credit credit) {
        return sum(Engine.pay(terms, History.of(List.of(credit)), JANUARY, JULY));
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without the months that pay nothing. */
    private static Map<YearMonth, String> byMonth(Terms terms, List<Credit> credits, Payment... payments) {
        History history = new History(credits, Service.ALWAYS, List.of(), List.of(), List.of(payments), List.of());
        Map<YearMonth, String> sums = new TreeMap<>();
        for (YearMonth month = JANUARY; !month.isAfter(JULY); month = month.plusMonths(1)) {
            YearMonth now = month;
            BigDecimal sum = sum(Engine.pay(terms, history, JANUARY, JULY).stream()
                    .filter(line -> line.month().equals(now))
                    .toList());
            if (sum.signum() != 0) {
                sums.put(month, Decimals.plain(sum));
            }
        }
        return sums;
    }
}
