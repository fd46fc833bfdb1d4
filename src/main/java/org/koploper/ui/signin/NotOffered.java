package org.koploper.ui.signin;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Files that programs ask for and the product does not have; Vaadin would answer them with an empty page and 200. */
@Controller
class NotOffered {

    @RequestMapping({"/sw-runtime-resources-precache.js", "/offline.html", "/offline-stub.html", "/HILLA/**"})
    ResponseEntity<Void> missing() {
        return ResponseEntity.notFound().build();
    }
}
