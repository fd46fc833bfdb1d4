package org.koploper.ledger;

import org.koploper.testing.OnHsqldb;
import org.springframework.test.context.TestPropertySource;

/** As {@link LedgerHunted}. */
@OnHsqldb
@TestPropertySource(properties = "koploper.test=period-close")
class PeriodCloseHunted extends PeriodCloseContract {}
