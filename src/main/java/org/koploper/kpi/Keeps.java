package org.koploper.kpi;

/**
 * What the organisation keeps at all: whoever has no quotes sees in deals what others see in quotes, and the other way
 * round.
 */
record Keeps(boolean quotes, boolean deals) {}
