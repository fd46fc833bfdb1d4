package org.koploper.ui.audit;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.audit.AuditRecord;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.records.RecordAddress;
import org.koploper.ui.records.RecordWords;
import org.springframework.stereotype.Component;

/** What the keys of the trail say: actions, kinds of things, fields and their values. */
@Component
class AuditWords {

    private static final String ACTION = "audit.action.";
    private static final String KIND = "audit.kind.";
    private static final String NONE = "-";
    private static final Pattern ROLES = Pattern.compile("\\[[A-Z, ]*]");
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("vaadin-i18n.translations");

    private final RecordKinds kinds;

    AuditWords(RecordKinds kinds) {
        this.kinds = kinds;
    }

    /** Every action that has a sentence, in the order of the sentences. */
    List<String> actions() {
        return SENTENCES.keySet().stream()
                .filter(key -> key.startsWith(ACTION))
                .map(key -> key.substring(ACTION.length()))
                .sorted((one, other) -> action(one).compareToIgnoreCase(action(other)))
                .toList();
    }

    String action(String action) {
        return said(ACTION + action, action);
    }

    String kind(String kind) {
        return said(KIND + kind, kind);
    }

    private static String said(String key, String otherwise) {
        return SENTENCES.containsKey(key) ? I18NProvider.translate(key) : otherwise;
    }

    /** Who did it, and for whom where the product acted in its own name. */
    String who(AuditRecord record) {
        return record.behind() == null
                ? record.actor()
                : I18NProvider.translate("audit.behind", record.actor(), record.behind());
    }

    /** The thing with what kind of thing it is. */
    String what(AuditRecord record) {
        return I18NProvider.translate("audit.what", kind(record.kind()), record.name());
    }

    /** The address of what it was done to, for readers of those records; empty for what has no screen of its own. */
    Optional<String> address(AuditRecord record, List<RecordKind> seen) {
        return switch (record.kind()) {
            case "account" -> Optional.of("accounts").filter(address -> has(Role.ADMIN));
            case "plan" -> Optional.of("plans").filter(address -> has(Role.FINANCE));
            case "import" -> Optional.of("import?run=" + record.ref()).filter(address -> has(Role.ADMIN));
            default ->
                recordKind(record.kind())
                        .filter(kind -> seen.stream().anyMatch(one -> one.name().equals(kind.name())))
                        .map(kind -> RecordAddress.of(kind.name(), record.ref()));
        };
    }

    private static boolean has(Role role) {
        return Caller.now().has(role);
    }

    String field(String kind, String field) {
        return field(kind, field, recordKind(kind).orElse(null))
                .map(RecordWords::field)
                .orElseGet(() -> said("audit.field." + field, field));
    }

    /** A value that the trail keeps, as readers know it. */
    String value(String kind, String field, @Nullable String kept) {
        if (kept == null || kept.equals(NONE)) {
            return "";
        }
        if (kept.equals("true") || kept.equals("false")) {
            return I18NProvider.translate(kept.equals("true") ? "audit.yes" : "audit.no");
        }
        if (ROLES.matcher(kept).matches()) {
            return Arrays.stream(kept.substring(1, kept.length() - 1).split(", "))
                    .map(AuditWords::role)
                    .collect(Collectors.joining(", "));
        }
        RecordKind recordKind = recordKind(kind).orElse(null);
        return field(kind, field, recordKind)
                .map(found -> value(Objects.requireNonNull(recordKind), found, kept))
                .orElse(kept);
    }

    private static String role(String name) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(name))
                ? I18NProvider.translate("role." + name.toLowerCase(Locale.ROOT))
                : name;
    }

    private static String value(RecordKind kind, Field field, String kept) {
        try {
            return switch (field.type()) {
                case DATE -> Formats.here().shortDate(LocalDate.parse(kept));
                case DECIMAL -> Formats.here().number(new BigDecimal(kept));
                case CODE -> RecordWords.code(kind.name(), field, kept);
                default -> kept;
            };
        } catch (RuntimeException keptByAnotherVersion) {
            return kept;
        }
    }

    private static Optional<Field> field(String kind, String name, @Nullable RecordKind found) {
        return found == null
                ? Optional.empty()
                : found.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst();
    }

    /** By what it is called in the trail, of one record or of many. */
    private Optional<RecordKind> recordKind(String kind) {
        return kinds.all().stream()
                .filter(one -> Set.of(one.name(), one.byHand().subject()).contains(kind))
                .findFirst();
    }
}
