package org.koploper.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The product as passkeys know it: by its address, which has to be told, since a passkey is good for one address only and
 * what a request says of it proves nothing. Browsers allow that over https, and on this machine.
 */
@Component
class PasskeyParty {

    private static final Pattern NUMBERS = Pattern.compile("[\\d.]+|\\[.*");

    private final Optional<WebAuthnRelyingPartyOperations> operations;

    PasskeyParty(PasskeyOwners owners, PasskeyRows keys, @Value("${koploper.base-url}") String baseUrl) {
        this.operations = origin(baseUrl.strip()).map(origin -> operations(owners, keys, origin));
    }

    /** Makes and checks passkeys; empty where there can be none. */
    Optional<WebAuthnRelyingPartyOperations> operations() {
        return operations;
    }

    private static WebAuthnRelyingPartyOperations operations(PasskeyOwners owners, PasskeyRows keys, URI origin) {
        var operations = new Webauthn4JRelyingPartyOperations(
                owners,
                keys,
                PublicKeyCredentialRpEntity.builder()
                        .id(origin.getHost())
                        .name("Koploper")
                        .build(),
                Set.of(origin.toString()));
        // the device asks who is there: a passkey stands for name and password, not for one of both
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** Scheme, host and port of that address, as a browser would name them. */
    static Optional<URI> origin(String address) {
        if (!address.startsWith("https://") && !address.startsWith("http://localhost")) {
            return Optional.empty();
        }
        URI given = URI.create(address);
        if (given.getHost() == null || NUMBERS.matcher(given.getHost()).matches()) {
            return Optional.empty();
        }
        boolean secure = given.getScheme().equals("https");
        if (!secure && !given.getHost().equals("localhost")) {
            return Optional.empty();
        }
        boolean usual = given.getPort() == -1 || given.getPort() == (secure ? 443 : 80);
        return Optional.of(URI.create(given.getScheme() + "://"
                + given.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + given.getPort())));
    }
}
