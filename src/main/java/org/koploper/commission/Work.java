package org.koploper.commission;

import java.util.List;
import org.koploper.access.PersonId;

/**
 * A payee who is computed.
 *
 * @param span widened by the windows of the plans
 */
record Work(PersonId payee, List<Piece> pieces, Span span) {}
