/**
 * What pages outside the application share: plain HTML from the server, in the reader's language, without scripts and
 * sessions; and what those need that are opened by a secret code.
 */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.plain;
