package org.koploper.ledger;

/**
 * By what anybody can tell later what a statement was made of: the last entry behind it. The hash of an entry depends on
 * every entry before it in the chain of the payee.
 *
 * @param entry its number
 * @param hash SHA-256, 64 hex digits
 */
public record Seal(long entry, String hash) {}
