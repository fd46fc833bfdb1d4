package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.koploper.sales.NextFamily;

/** What a customer could buy besides, each with the numbers it rests on. */
public class NextFamilies extends Div {

    /** @param families at least one */
    public NextFamilies(List<NextFamily> families) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-next-families");
        families.forEach(family -> {
            Span name = new Span(family.family());
            name.addClassName("kp-strong");
            Span counts = new Span(getTranslation(
                    "next-families.counts",
                    Formats.here().number((long) family.buyers()),
                    Formats.here().number((long) family.comparable())));
            counts.addClassName("kp-quiet");
            list.add(new ListItem(name, counts));
        });
        add(new Paragraph(getTranslation("next-families.text")), list);
    }

    /** On a page of its own. */
    public static Tile tile(List<NextFamily> families) {
        return new Tile(I18NProvider.translate("next-families.title"), new NextFamilies(families));
    }

    /** The same as one question; empty for none. */
    public static String question(List<NextFamily> families) {
        List<String> words = new ArrayList<>();
        for (NextFamily family : families) {
            words.add(I18NProvider.translate(
                    words.isEmpty() ? "next-families.first" : "next-families.other",
                    family.family(),
                    Formats.here().number((long) family.buyers()),
                    Formats.here().number((long) family.comparable())));
        }
        return words.isEmpty() ? "" : I18NProvider.translate("next-families.question", String.join(", ", words));
    }
}
