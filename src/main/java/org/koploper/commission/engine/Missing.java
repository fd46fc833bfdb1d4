package org.koploper.commission.engine;

/**
 * Why a credit is paid only once something is known.
 *
 * @param label what is missing
 * @param source of what it would be: {@code rate:GBP-USD 2026-01-05}
 */
public record Missing(Label label, String source) {}
