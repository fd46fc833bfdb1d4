package org.koploper.notice;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where somebody wants to be told of what.
 *
 * @param kinds complete: a choice for every kind
 */
public record Choices(Map<NoticeKind, Choice> kinds, Quiet quiet) {

    public Choices {
        Map<NoticeKind, Choice> all = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            Choice chosen = kinds.get(kind);
            all.put(kind, chosen == null || !kind.isFree() ? new Choice(true, kind.proposed()) : chosen);
        }
        kinds = Map.copyOf(all);
    }

    /** The choice for one kind. */
    public Choice of(NoticeKind kind) {
        return java.util.Objects.requireNonNull(kinds.get(kind));
    }

    /** The same with another choice for one kind. */
    public Choices with(NoticeKind kind, Choice choice) {
        Map<NoticeKind, Choice> changed = new EnumMap<>(kinds);
        changed.put(kind, choice);
        return new Choices(changed, quiet);
    }

    /** The same with other quiet hours. */
    public Choices with(Quiet other) {
        return new Choices(kinds, other);
    }

    /** @param bell whether the bell shows it; the page of all notices always does */
    public record Choice(boolean bell, MailMode mail) {}
}
