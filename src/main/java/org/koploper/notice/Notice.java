package org.koploper.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person is told.
 *
 * @param sentence key of what is said; {@link NoticeWords} says it
 * @param args for the sentence, as texts without a language: months, days, names
 * @param subject what it is about: a month, a plan, an import
 * @param pieces how many deals or targets it stands for
 * @param actor name of who did it; null for the product itself
 * @param at of the last change it tells of
 */
public record Notice(
        long id,
        NoticeKind kind,
        String sentence,
        List<String> args,
        String subject,
        int pieces,
        @Nullable String actor,
        Instant at,
        boolean read) {}
