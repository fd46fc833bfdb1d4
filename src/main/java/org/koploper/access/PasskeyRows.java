package org.koploper.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Passkeys.Passkey;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys in the database. */
@Component
class PasskeyRows implements UserCredentialRepository {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those of a person, the newest first. */
    List<Passkey> of(PersonId person) {
        return jdbc.sql(
                        "select id, label, created_at, last_used_at from passkeys where person_id = :person order by id desc")
                .param("person", person.value())
                .query((row, n) -> new Passkey(
                        row.getLong("id"),
                        row.getString("label"),
                        Objects.requireNonNull(moment(row.getTimestamp("created_at"))),
                        moment(row.getTimestamp("last_used_at"))))
                .list();
    }

    /** Removes one, where it is that person's; answers whether it was. */
    boolean remove(PersonId person, long id) {
        return jdbc.sql("delete from passkeys where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                > 0;
    }

    /** Removes all of a person; answers how many there were. */
    int removeAll(PersonId person) {
        return jdbc.sql("delete from passkeys where person_id = :person")
                .param("person", person.value())
                .update();
    }

    /** A new one belongs to who acts now; of a known one it is kept that it was used. */
    @Override
    public void save(CredentialRecord key) {
        if (findByCredentialId(key.getCredentialId()) == null) {
            add(key);
            return;
        }
        int noted = jdbc.sql("""
                update passkeys set uses = :uses, last_used_at = :now
                where credential_id = :credential and (uses < :uses or (uses = 0 and :uses = 0))""")
                .param("uses", key.getSignatureCount())
                .param("now", now())
                .param("credential", key.getCredentialId().toBase64UrlString())
                .update();
        if (noted == 0) {
            throw new IllegalStateException("the device counts fewer uses than before: it may be a copy");
        }
    }

    private void add(CredentialRecord key) {
        jdbc.sql("""
                insert into passkeys (id, person_id, user_handle, credential_id, label, transports, public_key, attestation,
                  uses, created_at)
                values (:id, :person, :handle, :credential, :label, :transports, :publicKey, :attestation, :uses, :now)""")
                .param("id", ids.next())
                .param("person", Caller.now().self().value())
                .param("handle", key.getUserEntityUserId().toBase64UrlString())
                .param("credential", key.getCredentialId().toBase64UrlString())
                .param("label", key.getLabel())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("publicKey", key.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(key.getAttestationObject()).getBytes())
                .param("uses", key.getSignatureCount())
                .param("now", now())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from passkeys where credential_id = :credential")
                .param("credential", credential.toBase64UrlString())
                .query(PasskeyRows::key)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkeys where user_handle = :handle order by id")
                .param("handle", handle.toBase64UrlString())
                .query(PasskeyRows::key)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    private static CredentialRecord key(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(Bytes.fromBase64(row.getString("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("uses"))
                .transports(Arrays.stream(row.getString("transports").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(row.getString("label"))
                .build();
    }

    private static @Nullable Instant moment(@Nullable Timestamp utc) {
        return utc == null ? null : utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
