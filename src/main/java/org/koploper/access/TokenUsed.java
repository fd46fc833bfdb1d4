package org.koploper.access;

import org.jspecify.annotations.Nullable;

/**
 * With which token a request came.
 *
 * @param id null for the token of the environment
 */
record TokenUsed(@Nullable Long id) {}
