package org.koploper.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.AuditRecord;
import org.koploper.audit.Facts;
import org.koploper.records.RecordKind;
import org.koploper.ui.kit.Formats;

/** One thing that was done: who, when, to what and why, and field by field what was before it and after it. */
class AuditDialog extends Dialog {

    private final AuditWords words;
    private final DescriptionList facts = new DescriptionList();

    /** @param seen the kinds of records that the reader may look at */
    AuditDialog(AuditRecord record, AuditWords words, List<RecordKind> seen, ZoneId zone) {
        this.words = words;
        addClassName("kp-audit-entry");
        setHeaderTitle(words.action(record.action()));
        facts.addClassName("kp-facts");
        fact("audit.when", Formats.here().shortMoment(LocalDateTime.ofInstant(record.at(), zone)));
        fact("audit.who", record.actor());
        fact("audit.for", record.behind());
        facts.add(
                new DescriptionList.Term(getTranslation("audit.object")),
                new DescriptionList.Description(object(record, seen)));
        fact("audit.reason", record.reason());
        fact("audit.network", record.network());
        if (record.request() != null) {
            Anchor all = new Anchor("admin/audit?request=" + record.request(), record.request());
            all.setAriaLabel(getTranslation("audit.same-request", record.request()));
            facts.add(new DescriptionList.Term(getTranslation("audit.request")), new DescriptionList.Description(all));
        }
        add(new Div(facts), changes(record));
        getFooter().add(new Button(getTranslation("audit.close"), click -> close()));
    }

    private void fact(String key, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(said));
        }
    }

    private Component object(AuditRecord record, List<RecordKind> seen) {
        String what = words.what(record);
        return words.address(record, seen)
                .<Component>map(address -> new Anchor(address, what))
                .orElseGet(() -> new Span(what));
    }

    private Component changes(AuditRecord record) {
        if (record.withheld()) {
            return new Paragraph(getTranslation("audit.withheld"));
        }
        Map<String, String> before = Facts.read(record.before());
        Map<String, String> after = Facts.read(record.after());
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        if (fields.isEmpty()) {
            return new Paragraph(getTranslation("audit.no-values"));
        }
        NativeTable table = new NativeTable();
        table.addClassNames("kp-table", "kp-audit-changes");
        NativeTableRow head = table.getHead().addRow();
        for (String key : List.of("audit.field", "audit.before", "audit.after")) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
        }
        for (String field : fields) {
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell name = row.addHeaderCell();
            name.setText(field.isEmpty() ? getTranslation("audit.value") : words.field(record.kind(), field));
            name.getElement().setAttribute("scope", "row");
            row.addDataCell().setText(words.value(record.kind(), field, before.get(field)));
            row.addDataCell().setText(words.value(record.kind(), field, after.get(field)));
        }
        return table;
    }
}
