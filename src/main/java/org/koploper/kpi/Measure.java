package org.koploper.kpi;

/**
 * What KPIs are made of: sums that can be added up over people and days. A shared deal counts by share, unless something
 * else is said. {@link FactSources} says where each comes from, {@link PeriodSource} those that are known of a period only.
 */
enum Measure {
    /** Won value, less what was cancelled or credited, on the day of each. */
    REVENUE(true),
    /** Won deals less cancelled ones. */
    ORDERS(false),
    /** Those with a value. */
    VALUED_ORDERS(true),
    /** Squares of what each order is worth in thousands, to tell how far chance alone moves their sum and their mean. */
    VALUE_SQUARES(true),
    /** What is left of revenue after what the goods cost on the day of the order; of deals whose cost is known. */
    MARGIN(true),
    /** Revenue of those deals. */
    MARGIN_REVENUE(true),
    /** Those deals. */
    MARGIN_ORDERS(true),
    /** Deals won on the day, whatever became of them since. */
    WON(false),
    LOST(false),
    /** Deals that were begun on the day. */
    BEGUN(false),
    /** Those of them that were won since. */
    BEGUN_WON(false),
    /** Days from quote, or else from the beginning, to the order; whole deals of their owner. */
    CYCLE(false),
    /** Days from the first contact with the customer, by whomever, to the order. */
    CONTACT_CYCLE(false),
    /** Orders of a known customer. */
    KNOWN_ORDERS(false),
    /** Those of customers who had ordered before. */
    REPEAT_ORDERS(false),
    /** Deals being worked on: engaging or quoted. */
    OPEN_DEALS(false),
    /** What they are worth; without a value of their own, at the list price of their product. */
    OPEN_DEAL_VALUE(true),
    /** Quotes sent, not decided, not expired. */
    OPEN_QUOTES(false),
    OPEN_QUOTE_VALUE(true),
    QUOTES_WON(false),
    /** Lost or expired. */
    QUOTES_LOST(false),
    QUOTES_SENT(false),
    /** Those sent that were won since. */
    QUOTES_SENT_WON(false),
    /** Days from sending to winning a quote. */
    QUOTE_CYCLE(false),
    LEADS(false),
    /** Of the leads that came in: qualified since. */
    LEADS_QUALIFIED(false),
    /** Of the leads that came in: met since, or sold to without. */
    LEADS_MET(false),
    /** Of the leads that came in: sent a quote since, or sold to without. */
    LEADS_QUOTED(false),
    /** Of the leads that came in: sold to since. */
    LEADS_SOLD(false),
    /** Leads that were qualified for the first time. */
    QUALIFIED(false),
    /** Minutes from arrival to the first contact. */
    RESPONSE(false),
    /** Leads whose time of arrival is known. */
    TIMED_LEADS(false),
    /** Calls that were held. */
    CALLS(false),
    /** Meetings, visits and demos that were held. */
    MEETINGS(false),
    /** Minutes of those calls and meetings, as far as they were written down. */
    MINUTES(false),
    /** Customers who were contacted for the first time. */
    CONTACTED(false),
    /** Those of them who ordered since. */
    CONTACTED_WON(false),
    ANSWERS(false),
    /** Answers of 4 and 5. */
    SATISFIED(false),
    /** Answers to whether a customer will buy again. */
    RETURN_ANSWERS(false),
    /** Of those, answers of 4 and 5. */
    RETURNING(false),

    // known of a period only

    /** Who ordered in the twelve months before the period. */
    CUSTOMERS_AT_START(false),
    /** Those of them who did not order in the twelve months up to its end. */
    CUSTOMERS_LOST(false),
    /** Who ordered for the first time ever. */
    CUSTOMERS_NEW(false),
    /** Who ordered in the period. */
    BUYERS(false),
    /** Those of them who have bought of two product families by its end. */
    BUYERS_OF_TWO(false),
    /** Registration numbers of organisations first heard of in the period. */
    NEW_NUMBERS(false),
    /** What selling cost. */
    COSTS(true),
    /** Of that, what was left out because it is pay. Only whether there is any matters. */
    PAY_LEFT_OUT(false),
    MARKET(true),
    VISITORS(false),
    /** Years of full-time work. */
    FULL_TIME(false),
    /** Days that people were there to work, by contract and without absences. */
    PERSON_DAYS(false),
    QUOTA(true),
    /** Revenue on days that have a quota. */
    CREDITED(true),
    DAYS_TO_WORK(false),
    DAYS_WORKED(false),
    /** Open deals. */
    AGED_DEALS(false),
    /** Those that are older than any deal ever decided by then. */
    STALE_DEALS(false),
    /** Open quotes. */
    AGED_QUOTES(false),
    /** Those that are older than any quote ever decided by then. */
    STALE_QUOTES(false);

    /** The code of ISO 4217 for no currency: what counts are kept in. */
    static final String NO_CURRENCY = "XXX";

    private final boolean needsRate;

    Measure(boolean needsRate) {
        this.needsRate = needsRate;
    }

    /** How often the exchange rate of its day multiplies it. */
    int rates() {
        return this == VALUE_SQUARES ? 2 : isMoney() ? 1 : 0;
    }

    /** Whether it is an amount, not a count of amounts. */
    boolean isMoney() {
        return needsRate && this != VALUED_ORDERS && this != MARGIN_ORDERS && this != VALUE_SQUARES;
    }

    /** Whether it is, or counts, amounts: without an exchange rate it is left out. */
    boolean needsRate() {
        return needsRate;
    }
}
