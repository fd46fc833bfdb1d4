package org.koploper.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody signs in with instead of a password: keys that devices keep, one or more for each. */
@Service
public class Passkeys {

    /** The longest name of a passkey, in characters. */
    public static final int LONGEST_LABEL = 100;

    /** More than anybody has devices. */
    private static final int MOST = 20;

    private static final Duration IN_TIME = Duration.ofMinutes(5);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};

    private final PasskeyParty party;
    private final PasskeyRows keys;
    private final AccountRows rows;
    private final OwnPassword password;
    private final SignInWays ways;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Passkeys(
            PasskeyParty party,
            PasskeyRows keys,
            AccountRows rows,
            OwnPassword password,
            SignInWays ways,
            Clock clock,
            ApplicationEventPublisher events) {
        this.party = party;
        this.keys = keys;
        this.rows = rows;
        this.password = password;
        this.ways = ways;
        this.clock = clock;
        this.events = events;
    }

    /** Whether one may sign in with a passkey: where it can be told from another address, and a password would do too. */
    @PersonOnly
    public boolean offered() {
        return ways.passkeysFor(Caller.now().roles());
    }

    /** The own ones, the newest first. */
    @PersonOnly
    @Transactional(readOnly = true)
    public List<Passkey> own() {
        return keys.of(Caller.now().self());
    }

    /** Whether the own password is asked for before one is added: by everybody whom it let in. */
    @PersonOnly
    public boolean asksForPassword() {
        return !Caller.provenOtherwise();
    }

    /**
     * Begins to add one.
     *
     * @param given the own password; empty where it is not asked for
     * @return what the browser has to know
     * @throws PasskeyRefused when the password is wrong, or there are too many
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public Begun begin(String given) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        if (asksForPassword()) {
            password.problem(account, given).ifPresent(key -> {
                throw new PasskeyRefused(key);
            });
        }
        if (keys.of(account.person()).size() >= MOST) {
            throw new PasskeyRefused("passkeys.too-many");
        }
        var named = UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of());
        return new Begun(
                operations()
                        .createPublicKeyCredentialCreationOptions(
                                new ImmutablePublicKeyCredentialCreationOptionsRequest(named)),
                account.person(),
                clock.instant().plus(IN_TIME));
    }

    /**
     * Adds one.
     *
     * @param label what the person calls it
     * @param made what the browser answered, as JSON
     * @throws PasskeyRefused when that does not fit what was begun, or came too late
     */
    @PersonOnly
    @Transactional
    public void add(Begun begun, String label, String made) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        if (!begun.person.equals(account.person()) || begun.until.isBefore(clock.instant())) {
            throw new PasskeyRefused("passkeys.not-made");
        }
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("A passkey needs a name");
        }
        try {
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            begun.options, new RelyingPartyPublicKey(JSON.readValue(made, MADE), name)));
        } catch (RuntimeException forgedOrUnknown) {
            throw new PasskeyRefused("passkeys.not-made");
        }
        events.publishEvent(
                new AccountChanged(account.person(), account.username(), "account.passkey-added", null, name));
    }

    /** Removes an own one; nothing happens where it is gone, or somebody else's. Who is signed in by it stays signed in. */
    @PersonOnly
    @Transactional
    public void remove(Passkey key) {
        Account account = rows.findById(Caller.now().self().value()).orElseThrow();
        if (keys.remove(account.person(), key.id())) {
            events.publishEvent(new AccountChanged(
                    account.person(), account.username(), "account.passkey-removed", key.label(), null));
        }
    }

    private WebAuthnRelyingPartyOperations operations() {
        return party.operations().filter(there -> offered()).orElseThrow(() -> new PasskeyRefused("passkeys.not-made"));
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param lastUsed null: never
     */
    public record Passkey(
            long id,
            String label,
            Instant created,
            @Nullable Instant lastUsed) {}

    /** One that is being made; good for five minutes. */
    public static final class Begun {

        private final PublicKeyCredentialCreationOptions options;
        private final PersonId person;
        private final Instant until;

        private Begun(PublicKeyCredentialCreationOptions options, PersonId person, Instant until) {
            this.options = options;
            this.person = person;
            this.until = until;
        }

        /** What the browser has to know, as JSON. */
        public String json() {
            return JSON.writeValueAsString(options);
        }
    }
}
