package org.koploper.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The credentials and preferences of a person who may sign in. */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    @Column(name = "person_id")
    private long person;

    private String username = "";

    private String passwordHash = "";

    private boolean mustChange;

    private boolean enabled = true;

    private @Nullable String languageTag;

    private @Nullable String colourScheme;
    private boolean compact;
    private boolean singleKeys = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_roles", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    protected Account() {}

    Account(PersonId person, String username, String passwordHash, boolean mustChange, Set<Role> roles) {
        this.person = person.value();
        this.username = normalised(username);
        this.passwordHash = passwordHash;
        this.mustChange = mustChange;
        this.roles.addAll(roles);
    }

    static String normalised(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether that, normalised, can be a name to sign in with. */
    static boolean canBeName(String name) {
        return !name.isEmpty()
                && name.length() <= Accounts.LONGEST_NAME
                && name.chars().noneMatch(Character::isWhitespace);
    }

    PersonId person() {
        return new PersonId(person);
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mustChange() {
        return mustChange;
    }

    boolean enabled() {
        return enabled;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    @Nullable
    String languageTag() {
        return languageTag;
    }

    @Nullable
    String colourScheme() {
        return colourScheme;
    }

    /** How the person works, in words for the trail. */
    String working() {
        return "compact " + compact + ", single keys " + singleKeys;
    }

    boolean compact() {
        return compact;
    }

    boolean singleKeys() {
        return singleKeys;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        mustChange = false;
    }

    void resetPassword(String hash) {
        passwordHash = hash;
        mustChange = true;
    }

    void give(Set<Role> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    void enable(boolean on) {
        enabled = on;
    }

    void prefer(@Nullable String language, @Nullable String scheme) {
        languageTag = language;
        colourScheme = scheme;
    }

    void work(boolean compactly, boolean withSingleKeys) {
        compact = compactly;
        singleKeys = withSingleKeys;
    }
}
