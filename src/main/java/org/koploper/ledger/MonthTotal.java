package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;

/** What a statement came to. */
public record MonthTotal(YearMonth month, BigDecimal total, Currency currency) {}
