package org.koploper.ui.records;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.shell.Screen;

/** The kinds of records there are for this user, by subject. */
@Route("records")
@PermitAll
class RecordsView extends Screen {

    /** Subjects in their order, with their kinds; a kind that is nowhere else comes last. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "selling",
                List.of(
                        "customers",
                        "leads",
                        "quotes",
                        "deals",
                        "activities",
                        "efforts",
                        "products",
                        "product-costs",
                        "survey-answers-customer",
                        "visitors"));
        GROUPS.put("papers", List.of("lines", "invoices", "payments", "credit-notes"));
        GROUPS.put("people", List.of("people", "teams", "job-roles", "absences", "closing-days", "targets", "scores"));
        GROUPS.put("money", List.of("costs", "rates", "market-sizes"));
    }

    RecordsView(RecordShelf shelf) {
        List<String> there = shelf.kinds().stream().map(RecordKind::name).toList();
        add(new Paragraph(getTranslation("records.intro")));
        Div tiles = new Div();
        tiles.addClassName("kp-cards");
        GROUPS.forEach((group, kinds) -> {
            List<String> own = kinds.stream().filter(there::contains).toList();
            if (!own.isEmpty()) {
                tiles.add(new Tile(getTranslation("records.group." + group), list(own)));
            }
        });
        add(tiles);
    }

    private UnorderedList list(List<String> kinds) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-kinds");
        list.add(kinds.stream()
                .map(kind -> {
                    Paragraph means = new Paragraph(getTranslation("kind." + kind + ".means"));
                    means.addClassName("kp-quiet");
                    return new ListItem(new Anchor("records/" + kind, RecordWords.kind(kind)), means);
                })
                .collect(Collectors.toList())
                .toArray(ListItem[]::new));
        return list;
    }

    @Override
    public String heading() {
        return getTranslation("menu.records");
    }
}
