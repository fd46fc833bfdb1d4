package org.koploper.sales;

/** What became of a question to a customer. */
public enum QuestionState {
    /** It can still be answered. */
    OPEN,
    ANSWERED,
    /** Its last day passed without an answer. */
    EXPIRED,
    /** Taken back by whoever asked, before there was an answer. */
    WITHDRAWN
}
