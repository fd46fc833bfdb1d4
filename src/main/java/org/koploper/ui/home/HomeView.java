package org.koploper.ui.home;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where everybody starts. */
@Route("")
@PermitAll
class HomeView extends Main {}
