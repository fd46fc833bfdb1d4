package org.koploper.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around all screens. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/koploper.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
