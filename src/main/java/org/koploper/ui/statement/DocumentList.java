package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.ledger.Closing;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementDocument;
import org.koploper.ledger.StatementState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** Every version of a statement as a document: since when, what it comes to, by what it can be checked. */
class DocumentList extends Div {

    private final Formats formats = Formats.here();
    private final Statement statement;
    private final Clock clock;

    /** @param documents the newest first */
    DocumentList(Statement statement, List<StatementDocument> documents, Clock clock) {
        this.statement = statement;
        this.clock = clock;
        if (documents.isEmpty()) {
            add(new Paragraph(getTranslation("statement.documents-none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-documents");
        documents.forEach(document -> list.add(item(document)));
        add(new Paragraph(getTranslation("statement.documents-text")), list);
    }

    /** The same as a table. */
    Extract<StatementDocument> extract(List<StatementDocument> documents, String title) {
        return Extract.of(
                "documents-" + statement.period(),
                title,
                List.of(
                        ListColumn.<StatementDocument>number(
                                "version",
                                "statement.version-number",
                                document -> BigDecimal.valueOf(document.number())),
                        ListColumn.<StatementDocument>moment(
                                "published", "statement.published", clock.getZone(), this::since),
                        ListColumn.<StatementDocument>text(
                                "why", "column.why", document -> Causes.inWords(document.cause())),
                        ListColumn.<StatementDocument>text("total", "statement.total", this::totals),
                        ListColumn.<StatementDocument>text(
                                "entry",
                                "statement.entry",
                                document -> String.valueOf(document.seal().entry())),
                        ListColumn.<StatementDocument>text(
                                "checksum",
                                "statement.checksum",
                                document -> document.seal().hash())),
                documents,
                clock);
    }

    private ListItem item(StatementDocument document) {
        Span name = new Span(getTranslation("statement.version-number") + " " + document.number());
        name.addClassName("kp-strong");
        Div head = new Div(name);
        head.addClassName("kp-document-head");
        if (isFinal(document)) {
            head.add(StatementHead.badge(statement));
        }
        Div totals = new Div();
        totals.addClassName("kp-cell");
        document.totals().forEach((currency, total) -> totals.add(new Money(inCents(total, currency), currency)));
        head.add(totals);
        Paragraph since = new Paragraph(getTranslation(
                isFinal(document) ? "statement.document-final" : "statement.document-posted",
                formats.shortMoment(LocalDateTime.ofInstant(since(document), clock.getZone())),
                Causes.inWords(document.cause())));
        Paragraph seal = new Paragraph(getTranslation(
                "statement.document-seal",
                String.valueOf(document.seal().entry()),
                document.seal().hash()));
        seal.addClassNames("kp-quiet", "kp-seal");
        return new ListItem(head, since, seal, pdf(document));
    }

    private Anchor pdf(StatementDocument document) {
        Anchor pdf = new Anchor(
                StatementPdf.address(statement.person().id(), statement.period(), document.number()),
                getTranslation("statement.document-pdf", String.valueOf(document.number())));
        pdf.setRouterIgnore(true);
        pdf.getElement().setAttribute("download", true);
        pdf.addClassName("kp-download");
        return pdf;
    }

    /** The last one of a closed month. */
    private boolean isFinal(StatementDocument document) {
        return statement.state() == StatementState.FINAL && document.number() == statement.versions();
    }

    private Instant since(StatementDocument document) {
        Closing closing = statement.closing();
        return isFinal(document) && closing != null ? closing.at() : document.at();
    }

    private String totals(StatementDocument document) {
        return document.totals().entrySet().stream()
                .map(total -> formats.money(inCents(total.getValue(), total.getKey()), total.getKey()))
                .collect(Collectors.joining(" + "));
    }

    private static BigDecimal inCents(BigDecimal amount, Currency currency) {
        return LineGrid.inCents(amount, currency);
    }
}
