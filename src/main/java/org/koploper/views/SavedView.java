package org.koploper.views;

/**
 * A name for what a screen shows.
 *
 * @param query the part of its address after the question mark
 * @param own whether it is the caller's own; others' can be used, not changed
 * @param owner how its maker is called
 * @param shared whether the maker's team sees it
 */
public record SavedView(long id, String name, String query, boolean own, String owner, boolean shared) {}
