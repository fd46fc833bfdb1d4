package org.koploper.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Whose passkeys they are, by the number that devices know them by. It lies with the keys: without one there is none. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final String OWNERS = "select distinct k.user_handle, a.username from passkeys k"
            + " join accounts a on a.person_id = k.person_id where ";

    private final JdbcClient jdbc;

    PasskeyOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find("k.user_handle = :given", handle.toBase64UrlString());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find("a.username = :given", username);
    }

    private @Nullable PublicKeyCredentialUserEntity find(String condition, String given) {
        return jdbc.sql(OWNERS + condition)
                .param("given", given)
                .query((row, n) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(Bytes.fromBase64(row.getString("user_handle")))
                        .name(row.getString("username"))
                        .displayName(row.getString("username"))
                        .build())
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        // comes with the key
    }

    @Override
    public void delete(Bytes handle) {
        // goes with the last key
    }
}
