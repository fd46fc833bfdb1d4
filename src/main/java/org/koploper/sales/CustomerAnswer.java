package org.koploper.sales;

import org.jspecify.annotations.Nullable;

/**
 * What a customer answers on the page that a link leads to.
 *
 * @param satisfaction {@value #LOWEST} (very dissatisfied) to {@value #HIGHEST} (very satisfied); null for no answer
 * @param returnIntention whether they would buy again: {@value #LOWEST} (surely not) to {@value #HIGHEST} (surely); null for
 *     no answer, but one of the two there is
 * @param comment at most {@value #LONGEST} characters; may be empty
 */
public record CustomerAnswer(
        @Nullable Integer satisfaction, @Nullable Integer returnIntention, String comment) {

    public static final int LOWEST = CustomerAnswersKind.LOWEST;
    public static final int HIGHEST = CustomerAnswersKind.HIGHEST;
    public static final int LONGEST = CustomerAnswersKind.LONGEST_COMMENT;

    /** @throws IllegalArgumentException for what is no answer */
    public CustomerAnswer {
        if (satisfaction == null && returnIntention == null
                || !isScore(satisfaction)
                || !isScore(returnIntention)
                || comment.length() > LONGEST) {
            throw new IllegalArgumentException("No answer: " + satisfaction + ", " + returnIntention);
        }
    }

    private static boolean isScore(@Nullable Integer score) {
        return score == null || score >= LOWEST && score <= HIGHEST;
    }
}
