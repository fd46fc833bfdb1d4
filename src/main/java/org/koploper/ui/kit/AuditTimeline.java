package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened, one after the other: what it was, when, by whom, why, and what each thing was before it and after it. */
public class AuditTimeline extends OrderedList {

    /** In the order in which they are to be read. */
    public AuditTimeline(List<Entry> entries) {
        addClassName("kp-timeline");
        // without it some screen readers drop the list because of its look
        getElement().setAttribute("role", "list");
        entries.forEach(entry -> add(item(entry)));
    }

    /**
     * One thing that happened.
     *
     * @param what null where the changes say it
     * @param amount how much it came to, for the end of the line
     * @param now whether it holds today
     */
    public record Entry(
            @Nullable Component what,
            String when,
            @Nullable String who,
            @Nullable String why,
            @Nullable Component amount,
            List<Change> changes,
            boolean now) {

        /** What happened, and when. */
        public static Entry of(Component what, String when) {
            return new Entry(what, when, null, null, null, List.of(), false);
        }

        /** These changed, which says it all. */
        public static Entry of(List<Change> changes, String when) {
            return new Entry(null, when, null, null, null, changes, false);
        }

        /** The same, in words. */
        public static Entry of(String what, String when) {
            return of(new Span(what), when);
        }

        /** Done by that person, for that reason, as far as either is known. */
        public Entry by(@Nullable String person, @Nullable String reason) {
            return new Entry(what, when, person, reason, amount, changes, now);
        }

        /** Came to that much. */
        public Entry worth(Component much) {
            return new Entry(what, when, who, why, much, changes, now);
        }

        /** Changed these. */
        public Entry changing(List<Change> fields) {
            return new Entry(what, when, who, why, amount, fields, now);
        }

        /** Holds today, or does not. */
        public Entry holding(boolean today) {
            return new Entry(what, when, who, why, amount, changes, today);
        }
    }

    /**
     * What one thing was and became.
     *
     * @param before as written; empty for nothing
     * @param after as written; empty for nothing
     */
    public record Change(String name, String before, String after) {}

    private ListItem item(Entry entry) {
        ListItem item = new ListItem();
        if (entry.now()) {
            item.addClassName("kp-timeline-now");
        }
        if (entry.what() != null || entry.amount() != null) {
            Div head = new Div();
            Stream.of(entry.what(), entry.amount()).filter(Objects::nonNull).forEach(head::add);
            head.addClassName("kp-timeline-what");
            item.add(head);
        }
        if (!entry.changes().isEmpty()) {
            DescriptionList changes = new DescriptionList();
            entry.changes().forEach(change -> changes.add(changed(change)));
            item.add(changes);
        }
        Span about = new Span(Stream.of(entry.when(), entry.who(), entry.why())
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining(" · ")));
        about.addClassName("kp-quiet");
        item.add(about);
        return item;
    }

    private Div changed(Change change) {
        Span arrow = new Span("→");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span after = new Span(written(change.after()));
        after.addClassName("kp-strong");
        DescriptionList.Description course = new DescriptionList.Description();
        course.add(told("timeline.from"), new Span(written(change.before())), arrow, told("timeline.to"), after);
        return new Div(new DescriptionList.Term(change.name()), course);
    }

    private Span told(String key) {
        Span words = new Span(getTranslation(key));
        words.addClassName("kp-told");
        return words;
    }

    private static String written(String value) {
        return value.isEmpty() ? "–" : value;
    }
}
