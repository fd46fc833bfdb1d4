package org.koploper.privacy;

/** How much of one kind of thing is kept about somebody; {@code what} is also the name of its file. */
public record Held(String what, long rows) {}
