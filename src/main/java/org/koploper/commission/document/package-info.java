/**
 * Plans as people write them: YAML or JSON in, terms for the engine out, and the examples that a plan is held to. Knows
 * neither database nor server, so that a plan can be tried anywhere.
 */
@NamedInterface("document")
@NullMarked
package org.koploper.commission.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
