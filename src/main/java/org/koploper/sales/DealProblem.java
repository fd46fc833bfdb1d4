package org.koploper.sales;

import java.util.List;

/**
 * One thing that is wrong with a wanted change.
 *
 * @param field as in the kind {@code deals}, such as {@code closedOn}
 * @param code the sentence is {@code problem.<code>} in problems_en/nl.properties
 * @param args for the sentence
 */
public record DealProblem(String field, String code, List<String> args) {}
