package org.koploper.ui.shell;

import java.util.EnumMap;
import java.util.Map;

/** The letter after G that leads to each place of the menu: the same for everybody and in every language. */
final class GoLetters {

    private static final Map<Destination, Character> ALL = all();

    private GoLetters() {}

    /** For example {@code g l}. */
    static String of(Destination destination) {
        return "g " + ALL.get(destination);
    }

    /** Those that people know by heart are fixed; every other place gets the first letter of its name that is free. */
    private static Map<Destination, Character> all() {
        Map<Destination, Character> letters = new EnumMap<>(Destination.class);
        letters.put(Destination.MONTH, 'm');
        letters.put(Destination.LEADERBOARD, 'l');
        letters.put(Destination.STATEMENT, 'a');
        letters.put(Destination.TEAM, 't');
        letters.put(Destination.PLANS, 'p');
        for (Destination destination : Destination.values()) {
            // when a name has used up its letters, the rest of the alphabet follows
            (destination.key().substring("menu.".length()) + "abcdefghijklmnopqrstuvwxyz")
                    .chars()
                    .mapToObj(letter -> (char) letter)
                    .filter(Character::isLetter)
                    .filter(letter -> !letters.containsValue(letter))
                    .findFirst()
                    .ifPresent(letter -> letters.putIfAbsent(destination, letter));
        }
        return letters;
    }
}
