package org.koploper.notice;

import java.util.List;

/**
 * What stands in a mail, as plain texts.
 *
 * @param opening lines before what it is about
 * @param sentences what it is about
 * @param button what the one link says
 * @param closing lines after it
 * @param foot why it came
 */
public record Letter(
        String subject,
        List<String> opening,
        List<String> sentences,
        String button,
        List<String> closing,
        String foot) {}
