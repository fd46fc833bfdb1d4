package org.koploper.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. Nothing is rounded unless {@link #rounded()} is asked; amounts of different
 * currencies never mix. Equal when amount and currency are equal: {@code 10 EUR} equals {@code 10.00 EUR}.
 *
 * @param amount exact, any number of decimals, kept in the form of {@link Decimals#canonical}
 * @param currency one with a minor unit (not gold, not a test code)
 */
public record Money(BigDecimal amount, Currency currency) {

    /** @throws IllegalArgumentException when the currency has no minor unit */
    public Money {
        decimals(currency);
        amount = Decimals.canonical(amount);
    }

    /**
     * @param amount as {@link Decimals#parse} reads it
     * @param currency ISO 4217 code
     * @throws IllegalArgumentException for another text or an unknown code
     */
    public static Money of(String amount, String currency) {
        return new Money(Decimals.parse(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Decimals of the currency's minor unit: 2 for EUR, 0 for JPY.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static int decimals(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit and cannot be paid out");
        }
        return decimals;
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other)), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other)), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** Rounded to the minor unit, half away from zero: 11.875 EUR becomes 11.88 EUR, -11.875 becomes -11.88. */
    public Money rounded() {
        return new Money(amount.setScale(decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** The amount with at least the decimals of the minor unit, unrounded, without the currency: {@code 10005534.00}. */
    public String plain() {
        return Decimals.plain(amount, decimals(currency));
    }

    /** For logs and test failures; screens format by language. */
    @Override
    public String toString() {
        return plain() + " " + currency;
    }

    private BigDecimal sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + this + " with " + other + ": convert first");
        }
        return other.amount;
    }
}
