package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How long leads wait, and what part of a market is the own. */
abstract class WaitsAndMarketsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    LeadResponses responses;

    @Autowired
    MarketShares markets;

    private SoldThings sold;

    @BeforeEach
    void seller() {
        sold = new SoldThings(context);
    }

    @Test
    void waitsAreCountedToTheMinuteAndLeadsWithoutAnAnswerStandApart() {
        for (int minutes : new int[] {5, 60, 61, 600, 1440, 1441, 9000}) {
            sold.lead("2025-05-05", "Fair", minutes);
        }
        sold.lead("2025-05-05", "Fair", null);
        sold.lead("2025-06-05", "Fair", 1);

        LeadResponse may =
                Caller.asSystem(() -> responses.of(sold.scope(), Period.parse("2025-05"), LocalDate.of(2025, 12, 31)));

        assertThat(may.arrived()).isEqualTo(8);
        assertThat(may.answers()).isEqualTo(7);
        assertThat(may.unanswered()).isEqualTo(1);
        assertThat(may.within(60)).isEqualTo(2);
        assertThat(may.within(1440)).isEqualTo(5);
        assertThat(may.between(60, 1440)).isEqualTo(3);
        assertThat(may.percentile(50)).isEqualTo(600);
        assertThat(may.percentile(75)).isEqualTo(1441);
        assertThat(may.percentile(90)).isEqualTo(9000);
        assertThat(may.percentile(100)).isEqualTo(9000);
    }

    @Test
    void withoutAnyLeadNothingIsKnown() {
        LeadResponse none = Caller.asSystem(() -> responses.of(sold.scope(), Period.parse("2025-05"), null));

        assertThat(none.arrived()).isZero();
        assertThat(none.percentile(50)).isNull();
    }

    @Test
    void theShareOfAMarketIsRevenueOfItsYearAndSegmentWithTheSourceBesideIt() {
        sold.deal("WON", "1931-02-01", "300", null, sold.customer("Bakers", null));
        sold.deal("WON", "1931-03-01", "100", null, sold.customer("Grocers", null));
        sold.deal("WON", "1930-03-01", "50", null, null);
        sold.market(1931, null, "4000", sold.sample.home());
        sold.market(1931, "Bakers", "1000", sold.sample.home());
        sold.market(1931, "Brewers", "500", "XAU");
        sold.market(1930, null, "1000", sold.sample.home());

        List<MarketShare> shares =
                Caller.asSystem(() -> markets.of(new Period(LocalDate.of(1930, 1, 1), LocalDate.of(1931, 12, 31))));

        assertThat(shares)
                .extracting(share -> share.year() + " " + share.segment() + " "
                        + share.share().value())
                .containsExactly("1931 null 0.1", "1931 Bakers 0.3", "1931 Brewers null", "1930 null 0.05");
        assertThat(shares.get(2).share().reason().key()).isEqualTo("no-rate");
        assertThat(shares.getFirst().source()).isEqualTo("Yearbook");
    }

    @OnHsqldb
    static class OnHsqldbTest extends WaitsAndMarketsContract {}

    @OnPostgres
    static class OnPostgresTest extends WaitsAndMarketsContract {}
}
