package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * When what is earned is paid, and what is kept of it: release, then draw, then holdback, then clawback.
 *
 * @param release when a deal's pay is due; null for the month it is earned in
 * @param draw what is paid where too little is earned; null for nothing
 * @param holdback what is kept back for a while; null for nothing
 * @param clawback what a deal that ends early takes back; null for nothing
 * @param carriesDebt whether a month that comes to less than nothing is paid as nothing and taken from the next ones
 */
public record PayTerms(
        @Nullable Release release,
        @Nullable Draw draw,
        @Nullable Holdback holdback,
        @Nullable Clawback clawback,
        boolean carriesDebt) {

    /** All is paid in the month it is earned in. */
    public static final PayTerms AT_ONCE = new PayTerms(null, null, null, null, false);

    /** When a deal's pay is due. */
    public sealed interface Release {}

    /** As much of it as the customer has paid of the invoice, from nothing to all; what is paid back is held again. */
    public record OnCash() implements Release {}

    /**
     * A part at once and the rest in equal parts later.
     *
     * @param now 0 to 1
     * @param after months after the one it was earned in, rising, above zero; none when all is paid at once
     */
    public record Instalments(BigDecimal now, List<Integer> after) implements Release {

        /** @throws IllegalArgumentException when something lies outside of that, or a rest has no month */
        public Instalments {
            now = part(now);
            after = List.copyOf(after);
            for (int i = 0; i < after.size(); i++) {
                if (after.get(i) <= (i == 0 ? 0 : after.get(i - 1))) {
                    throw new IllegalArgumentException("Instalments must follow each other, from the next month on");
                }
            }
            if (after.isEmpty() && now.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException("What is not paid now needs a month");
            }
        }
    }

    /** How a draw is given and taken back. */
    public enum DrawKind {
        /** Added up to it, for good. */
        GUARANTEE,
        /** Added up to it, taken back from what later months earn beyond it. */
        FROM_EXCESS,
        /** Paid before anything is earned, taken back from all that is earned. */
        IN_ADVANCE
    }

    /**
     * @param name as people read it, without {@code |}
     * @param amount for each month in which the plan holds, above zero
     * @param months in how many of the first of those months it is given; null for all
     */
    public record Draw(
            String name,
            DrawKind kind,
            BigDecimal amount,
            @Nullable Integer months) {

        /** @throws IllegalArgumentException when amount or months are not above zero, or the name cannot be in a key */
        public Draw {
            name = LineKey.named(name);
            if (amount.signum() <= 0 || months != null && months < 1) {
                throw new IllegalArgumentException("A draw needs an amount above zero, in one month or more");
            }
            amount = Decimals.canonical(amount);
        }
    }

    /**
     * @param name as people read it, without {@code |}
     * @param share of what is earned and due, 0 to 1; not of what a draw adds, nor of what repays one
     * @param months after which it is paid, above zero
     */
    public record Holdback(String name, BigDecimal share, int months) {

        /** @throws IllegalArgumentException when something lies outside of that */
        public Holdback {
            name = LineKey.named(name);
            share = part(share);
            if (months < 1) {
                throw new IllegalArgumentException("A holdback is paid a month later or more");
            }
        }
    }

    /**
     * @param share what is taken back of a deal that ends early; null for the part of its term that was not served
     * @param term in months; how long a deal has to last, and what it is a part of
     */
    public record Clawback(@Nullable BigDecimal share, int term) {

        /** @throws IllegalArgumentException when something lies outside of that */
        public Clawback {
            share = share == null ? null : part(share);
            if (term < 1) {
                throw new IllegalArgumentException("A clawback needs a term of a month or more");
            }
        }
    }

    private static BigDecimal part(BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A part lies between 0 and 1, not " + share.toPlainString());
        }
        return Decimals.canonical(share);
    }
}
