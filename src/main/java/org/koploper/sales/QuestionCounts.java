package org.koploper.sales;

/**
 * How many questions were asked and what became of them; withdrawn ones do not count.
 *
 * @param open of those asked, how many can still be answered
 */
public record QuestionCounts(long asked, long answered, long open) {}
