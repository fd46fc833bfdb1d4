package org.koploper.notice;

/**
 * What an organisation says in a kind of mail; what the mail is about stands between opening and closing words and is not
 * up to anybody. Plain texts with {@link Placeholder}s.
 *
 * @param subject one line
 * @param opening may be empty
 * @param closing may be empty
 */
public record MailWords(String subject, String opening, String closing) {}
