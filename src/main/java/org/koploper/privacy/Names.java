package org.koploper.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is called, and what stands in its place: in texts it is found as whole words only, so that "An" in
 * "Antwerp" stays. A single word that is no address or number of its own is only found where it is all there is, or all
 * between two quotes of a file, or before the slash of an id put together with it, for it may be a word of the language too.
 */
final class Names {

    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    private final Map<String, Replacement> names = new LinkedHashMap<>();

    private record Replacement(Pattern pattern, String by) {}

    /** Something of several words, or with signs and letters in it, such as a full name or an address. */
    Names with(String name, String by) {
        for (String written : List.of(name, quoted(name))) {
            boolean certain = name.chars().anyMatch(c -> !Character.isLetterOrDigit(c))
                    && name.chars().anyMatch(Character::isLetter);
            boolean ignored = name.contains("@");
            String text = Pattern.quote(written);
            names.putIfAbsent(
                    written,
                    new Replacement(
                            Pattern.compile(
                                    certain ? BEFORE + text + AFTER : "(?:^|(?<=\"))" + text + "(?:$|(?=[\"/]))",
                                    ignored ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0),
                            Matcher.quoteReplacement(by)));
        }
        return this;
    }

    /** As it stands inside a text of JSON. */
    private static String quoted(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** What to look for; a text without any of it, whatever the case, names nobody. */
    List<String> sought() {
        return List.copyOf(names.keySet());
    }

    String replacedIn(String text) {
        String replaced = text;
        for (Replacement one : names.values()) {
            replaced = one.pattern().matcher(replaced).replaceAll(one.by());
        }
        return replaced;
    }
}
