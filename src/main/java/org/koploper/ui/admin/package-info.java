/** What administrators do: who may sign in, tokens of programs, files on their way in. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.admin;
