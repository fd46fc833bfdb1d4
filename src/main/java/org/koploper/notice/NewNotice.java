package org.koploper.notice;

import java.util.List;
import org.koploper.access.PersonId;

/**
 * What somebody shall be told.
 *
 * @param origin what caused it: the same person is told once about the same cause
 */
record NewNotice(
        PersonId person,
        NoticeKind kind,
        String sentence,
        List<String> args,
        String subject,
        String origin,
        int pieces) {}
