package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.Passkeys.Begun;
import org.koploper.access.Passkeys.Passkey;
import org.koploper.audit.AccountHistory;
import org.koploper.audit.AccountHistory.Happened;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.test.context.TestPropertySource;

/** Passkeys as they are kept, whose they are, and what ends them; that they sign somebody in is shown in a browser. */
@TestPropertySource(properties = "koploper.base-url=https://koploper.example.org")
abstract class PasskeysContract {

    private static final String PASSWORD = "a password for this test";

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeyRows rows;

    @Autowired
    PasskeyOwners owners;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private PersonId person;
    private String username;

    @BeforeEach
    void anAccount() {
        person = new PersonId(ids.next());
        username = "keys-" + person;
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), username, username)
                .update();
        Caller.asSystem(() -> accounts.open(person, username, PASSWORD, false, Set.of(Role.REP)));
    }

    @Test
    void whatWasKeptIsReadAgain() {
        CredentialRecord key = key(Bytes.random(), 7);
        self(() -> save(key));

        CredentialRecord read = rows.findByCredentialId(key.getCredentialId());

        assertThat(read.getAttestationObject()).isEqualTo(key.getAttestationObject());
        assertThat(read.getPublicKey().getBytes()).isEqualTo(key.getPublicKey().getBytes());
        assertThat(read.getTransports()).isEqualTo(key.getTransports());
        assertThat(read.getSignatureCount()).isEqualTo(7);
        assertThat(rows.findByUserId(key.getUserEntityUserId())).hasSize(1);
        assertThat(owners.findById(key.getUserEntityUserId()).getName()).isEqualTo(username);
        assertThat(owners.findByUsername(username).getId()).isEqualTo(key.getUserEntityUserId());
        assertThat(owners.findByUsername("nobody")).isNull();
        assertThat(self(passkeys::own)).extracting(Passkey::label).containsExactly("my phone");
        assertThat(self(passkeys::own)).extracting(Passkey::lastUsed).containsOnlyNulls();
    }

    @Test
    void severalOfOnePersonAreKnownByOneHandle() {
        CredentialRecord first = key(Bytes.random(), 0);
        self(() -> save(first));
        self(() -> save(key(first.getUserEntityUserId(), 0)));

        assertThat(owners.findByUsername(username).getId()).isEqualTo(first.getUserEntityUserId());
        assertThat(self(passkeys::own)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 1, true", "5, 6, true", "5, 5, false", "5, 4, false", "5, 0, false"})
    void aDeviceThatCountsBackwardsIsACopy(long before, long now, boolean good) {
        CredentialRecord key = key(Bytes.random(), before);
        self(() -> save(key));
        CredentialRecord used = ImmutableCredentialRecord.fromCredentialRecord(key)
                .signatureCount(now)
                .build();

        if (good) {
            rows.save(used);
            assertThat(self(passkeys::own).getFirst().lastUsed()).isNotNull();
        } else {
            assertThatThrownBy(() -> rows.save(used)).hasMessageContaining("may be a copy");
            assertThat(self(passkeys::own).getFirst().lastUsed()).isNull();
        }
    }

    @Test
    void nobodyRemovesThePasskeyOfSomebodyElse() {
        self(() -> save(key(Bytes.random(), 0)));
        Passkey key = self(passkeys::own).getFirst();
        PersonId owner = person;
        anAccount();
        self(() -> removed(key));
        assertThat(rows.of(owner)).hasSize(1);
        assertThat(self(history::own)).extracting(Happened::action).doesNotContain("account.passkey-removed");

        person = owner;
        self(() -> removed(key));
        assertThat(rows.of(owner)).isEmpty();
        assertThat(self(history::own)).extracting(Happened::action).contains("account.passkey-removed");
        assertThat(jdbc.sql(
                                "select count(*) from notices where person_id = ? and sentence = 'security-passkey-removed'")
                        .param(owner.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNewPasswordFromAdministrationRemovesThemAll() {
        self(() -> save(key(Bytes.random(), 0)));

        Caller.as(
                new CurrentUser(new PersonId(0), "an administrator", Set.of(Role.ADMIN), false),
                AuthorityUtils.createAuthorityList("ROLE_ADMIN"),
                () -> accounts.resetPassword(person, null));

        assertThat(rows.of(person)).isEmpty();
    }

    @Test
    void addingOneTakesThePasswordAndAnAnswerToWhatWasAsked() {
        assertThatThrownBy(() -> self(() -> passkeys.begin("wrong"))).hasMessage("password.current-wrong");
        assertThatThrownBy(() -> self(() -> passkeys.begin(""))).hasMessage("password.current-wrong");

        Begun begun = self(() -> passkeys.begin(PASSWORD));

        assertThat(begun.json())
                .contains(
                        "\"id\":\"koploper.example.org\"",
                        "\"userVerification\":\"required\"",
                        "\"residentKey\":\"required\"");
        assertThatThrownBy(() -> self(() -> added(begun, "{}"))).hasMessage("passkeys.not-made");
        assertThatThrownBy(() -> self(() -> added(begun, "no JSON"))).hasMessage("passkeys.not-made");
        PersonId asked = person;
        anAccount();
        assertThat(person).isNotEqualTo(asked);
        assertThatThrownBy(() -> self(() -> added(begun, "{}"))).hasMessage("passkeys.not-made");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://koploper.example.org, https://koploper.example.org",
                "https://Koploper.example.org:443/, https://koploper.example.org",
                "https://koploper.example.org:8443/x, https://koploper.example.org:8443",
                "http://localhost:8080, http://localhost:8080",
                "http://localhost:80, http://localhost",
                "http://localhost.evil.example, -",
                "http://koploper.example.org, -",
                "https://127.0.0.1:8443, -",
                "https://[::1], -",
                "'', -"
            })
    void passkeysNeedAnAddressThatBrowsersTrust(String address, String origin) {
        assertThat(PasskeyParty.origin(address).map(Object::toString).orElse(null))
                .isEqualTo(origin);
    }

    private boolean save(CredentialRecord key) {
        rows.save(key);
        return true;
    }

    private boolean removed(Passkey key) {
        passkeys.remove(key);
        return true;
    }

    private boolean added(Begun begun, String made) {
        passkeys.add(begun, "my phone", made);
        return true;
    }

    private static CredentialRecord key(Bytes handle, long uses) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.random())
                .userEntityUserId(handle)
                .publicKey(new ImmutablePublicKeyCose(Bytes.random().getBytes()))
                .attestationObject(Bytes.random())
                .signatureCount(uses)
                .transports(Set.of(AuthenticatorTransport.INTERNAL, AuthenticatorTransport.HYBRID))
                .label("my phone")
                .build();
    }

    private <T> T self(Supplier<T> work) {
        return Caller.as(
                new CurrentUser(person, username, Set.of(Role.REP), false),
                List.copyOf(AuthorityUtils.createAuthorityList("ROLE_REP")),
                work);
    }

    @OnHsqldb
    static class OnHsqldbTest extends PasskeysContract {}

    @OnPostgres
    static class OnPostgresTest extends PasskeysContract {}
}
