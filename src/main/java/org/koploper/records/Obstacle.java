package org.koploper.records;

import java.util.List;

/**
 * Why a record cannot go back to what it was before a batch.
 *
 * @param kind of the record
 * @param externalId of the record
 * @param code {@code changed-since}, {@code gone-since}, {@code needed-by} (kind and external id of what refers to it),
 *     {@code needed-elsewhere}, or what an {@link UndoVeto} said
 * @param args for the sentence
 */
public record Obstacle(String kind, String externalId, String code, List<String> args) {}
