package org.koploper.ledger;

import org.koploper.testing.OnHsqldb;

/** The contract where small changes of the product are hunted with it, which looks at no class inside another. */
@OnHsqldb
class LedgerHunted extends LedgerContract {}
