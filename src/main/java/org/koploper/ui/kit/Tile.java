package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.card.CardVariant;

/** One card of a screen: a heading of level 2 and what belongs to it. */
public class Tile extends Card {

    public Tile(String title, Component... content) {
        setTitle(title, 2);
        addThemeVariants(CardVariant.OUTLINED);
        addClassName("kp-tile");
        setAriaRole("region");
        setAriaLabel(title);
        add(content);
    }
}
