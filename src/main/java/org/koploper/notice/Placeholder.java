package org.koploper.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text of a mail can name without knowing it, in braces: <code>{name}</code> or, in Dutch, <code>{naam}</code>. */
public enum Placeholder {
    /** Of whom the mail is for. Never in a subject: it names no person. */
    NAME("name", "naam"),
    ORGANISATION("organisation", "organisatie"),
    /** How many notices there are, where there are several. */
    COUNT("count", "aantal");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

    private final String english;
    private final String dutch;

    Placeholder(String english, String dutch) {
        this.english = english;
        this.dutch = dutch;
    }

    /** With its braces, in that language. */
    public String in(String language) {
        return "{" + (language.equals("nl") ? dutch : english) + "}";
    }

    /** Those that a text of such a mail may hold. */
    public static List<Placeholder> known(MailKind mail, boolean subject) {
        return Arrays.stream(values())
                .filter(one -> one != NAME || !subject)
                .filter(one -> one != COUNT || mail == MailKind.SEVERAL)
                .toList();
    }

    /** The first thing in braces that is none of these, with its braces; in whichever language it is written. */
    static Optional<String> unknown(String text, List<Placeholder> known) {
        return BRACES.matcher(text)
                .results()
                .filter(found -> known.stream().noneMatch(one -> one.isNamed(found.group(1))))
                .map(MatchResult::group)
                .findFirst();
    }

    /** The text with these put in; what is not among them stays as it is written. */
    static String filled(String text, Map<Placeholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.entrySet().stream()
                        .filter(one -> one.getKey().isNamed(found.group(1)))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(found.group())));
    }

    private boolean isNamed(String name) {
        return name.strip().equalsIgnoreCase(english) || name.strip().equalsIgnoreCase(dutch);
    }
}
