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
        settings.addFavIcon("apple-touch-icon", "icons/koploper-192.png", "192x192");
        settings.addLink("manifest", "manifest.webmanifest");
        settings.addMetaTag("theme-color", "#2456c7");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
