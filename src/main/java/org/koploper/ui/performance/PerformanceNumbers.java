package org.koploper.ui.performance;

import org.koploper.kpi.KpiComparisons;
import org.koploper.kpi.KpiTrends;
import org.koploper.kpi.LeadResponses;
import org.koploper.kpi.MarketShares;
import org.springframework.stereotype.Component;

/** Where the numbers of the screen come from. */
@Component
class PerformanceNumbers {

    private final KpiComparisons comparisons;
    private final KpiTrends trends;
    private final LeadResponses responses;
    private final MarketShares markets;

    PerformanceNumbers(KpiComparisons comparisons, KpiTrends trends, LeadResponses responses, MarketShares markets) {
        this.comparisons = comparisons;
        this.trends = trends;
        this.responses = responses;
        this.markets = markets;
    }

    KpiComparisons comparisons() {
        return comparisons;
    }

    KpiTrends trends() {
        return trends;
    }

    LeadResponses responses() {
        return responses;
    }

    MarketShares markets() {
        return markets;
    }
}
