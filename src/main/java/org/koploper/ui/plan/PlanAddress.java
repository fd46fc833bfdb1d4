package org.koploper.ui.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a plan is read: the page that {@link PlanView} shows, opened at one version and one part of it. */
public final class PlanAddress {

    static final String VERSION = "version";
    static final String PART = "part";

    private PlanAddress() {}

    /** @param part a component by its name; null for the whole version */
    public static String of(long plan, int version, @Nullable String part) {
        String address = "plans/" + plan + "?" + VERSION + "=" + version;
        return part == null
                ? address
                : address + "&" + PART + "="
                        + URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
