package org.koploper.privacy;

import java.util.List;
import java.util.function.Function;
import org.koploper.export.Notation;

/**
 * What the file about a person says in words, in the language of its reader.
 *
 * @param about the text beside the tables, told what is in them
 * @param title what a kind of thing is called, by {@link Held#what}
 * @param notation how numbers are written
 */
public record FileWords(Function<List<Held>, String> about, Function<String, String> title, Notation notation) {}
