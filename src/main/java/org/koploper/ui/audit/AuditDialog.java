package org.koploper.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
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
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.AuditTimeline.Change;
import org.koploper.ui.kit.AuditTimeline.Entry;
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
        List<Change> changes = record.withheld() ? List.of() : changes(record);
        add(new AuditTimeline(List.of(Entry.of(
                        object(record, seen), Formats.here().shortMoment(LocalDateTime.ofInstant(record.at(), zone)))
                .by(words.who(record), record.reason())
                .changing(changes))));
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation(record.withheld() ? "audit.withheld" : "audit.no-values")));
        }
        facts.addClassName("kp-facts");
        fact("audit.network", record.network());
        if (record.request() != null) {
            Anchor all = new Anchor("admin/audit?request=" + record.request(), record.request());
            all.setAriaLabel(getTranslation("audit.same-request", record.request()));
            facts.add(new DescriptionList.Term(getTranslation("audit.request")), new DescriptionList.Description(all));
        }
        add(new Div(facts));
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

    private List<Change> changes(AuditRecord record) {
        Map<String, String> before = Facts.read(record.before());
        Map<String, String> after = Facts.read(record.after());
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Change(
                        field.isEmpty() ? getTranslation("audit.value") : words.field(record.kind(), field),
                        words.value(record.kind(), field, before.get(field)),
                        words.value(record.kind(), field, after.get(field))))
                .toList();
    }
}
