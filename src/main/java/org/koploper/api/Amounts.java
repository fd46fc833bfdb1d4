package org.koploper.api;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.money.Money;

/** Numbers as the interface writes them: exact decimals in text. */
final class Amounts {

    private static final int USUAL_DECIMALS = 2;

    private Amounts() {}

    /** With at least the decimals of the currency: {@code 10005534.00}. */
    static String money(BigDecimal amount, @Nullable String currency) {
        return Decimals.plain(
                amount, currency == null ? USUAL_DECIMALS : Money.decimals(Currency.getInstance(currency)));
    }

    /** Without needless zeros. */
    static String number(BigDecimal number) {
        return Decimals.plain(number);
    }
}
