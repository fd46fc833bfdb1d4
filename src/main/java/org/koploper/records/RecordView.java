package org.koploper.records;

/**
 * One record, and what the caller may do with it.
 *
 * @param mayRemove whether the caller may remove it while nothing refers to it
 */
public record RecordView(RecordRow row, boolean mayChange, boolean mayRemove) {}
