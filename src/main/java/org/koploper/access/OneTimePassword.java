package org.koploper.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords that are read aloud or copied once: sixteen signs nobody mistakes for another, in groups of four. */
final class OneTimePassword {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int IN_GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    static String create() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(IN_GROUP, 0, SIGNS.length())
                .mapToObj(i -> String.valueOf(SIGNS.charAt(i)))
                .collect(Collectors.joining());
    }
}
