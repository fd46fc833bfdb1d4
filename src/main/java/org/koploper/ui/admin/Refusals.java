package org.koploper.ui.admin;

import java.util.Locale;
import org.koploper.access.AccountRefused;

/** Why a change of an account was refused, in words. */
final class Refusals {

    private Refusals() {}

    static String key(AccountRefused refused) {
        return key(refused.reason());
    }

    static String key(AccountRefused.Reason reason) {
        return "account-refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
