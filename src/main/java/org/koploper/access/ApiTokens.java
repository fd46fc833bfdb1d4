package org.koploper.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that programs identify themselves with. Only a hash of each is kept. */
@Service
public class ApiTokens {

    /** The longest name of a token, in characters. */
    public static final int LONGEST_NAME = 100;

    private static final Duration USE_NOTED = Duration.ofMinutes(5);

    private static final int SHORTEST = 32;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final AccountRows accounts;
    private final PersonNames names;
    private final ApplicationEventPublisher events;
    private final @Nullable String adminHash;

    ApiTokens(
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            AccountRows accounts,
            PersonNames names,
            ApplicationEventPublisher events,
            @Value("${koploper.admin-token:}") String adminToken) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.accounts = accounts;
        this.names = names;
        this.events = events;
        if (!adminToken.isEmpty() && (adminToken.length() < SHORTEST || adminToken.length() > LONGEST)) {
            throw new IllegalStateException("KOPLOPER_ADMIN_TOKEN must have " + SHORTEST + " to " + LONGEST
                    + " characters; it has " + adminToken.length() + ".");
        }
        this.adminHash = adminToken.isEmpty() ? null : hash(adminToken);
    }

    /** Whether one more token, good for everything, is set where the product is started; no list holds it. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public boolean isFixedSet() {
        return adminHash != null;
    }

    /** Makes a token without an end. */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public String issue(String name, Set<Scope> scopes, @Nullable PersonId person) {
        return issue(name, scopes, person, null);
    }

    /**
     * Makes a token.
     *
     * @param name 1 to {@value #LONGEST_NAME} characters that say what it is for
     * @param scopes at least one
     * @param person whom it acts for, with that person's roles and reach; null: the organisation, without roles, only scopes
     * @param lastDay the last day on which it is good, not in the past; null: it has no end
     * @return the token itself, shown this once
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public String issue(String name, Set<Scope> scopes, @Nullable PersonId person, @Nullable LocalDate lastDay) {
        if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty()) {
            throw new IllegalArgumentException("A token needs a name and a scope: " + name + " " + scopes);
        }
        if (lastDay != null && lastDay.isBefore(LocalDate.now(clock))) {
            throw new IllegalArgumentException("A token that is over already: " + lastDay);
        }
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = "kp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        CurrentUser by = Caller.now();
        jdbc.sql("insert into api_tokens (id, name, token_hash, scopes, person_id, created_at, created_by, expires_on)"
                        + " values (:id, :name, :hash, :scopes, :person, :at, :by, :lastDay)")
                .param("lastDay", lastDay)
                .param("id", ids.next())
                .param("name", name)
                .param("hash", hash(token))
                .param("scopes", scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("person", person == null ? null : person.value())
                .param("at", now())
                .param("by", by.person() == null ? null : by.person().value())
                .update();
        events.publishEvent(new AccountChanged(new PersonId(0), name, "token.issued", null, scopes.toString()));
        return token;
    }

    /** Takes a token back; it is refused from the next request on. */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void revoke(long id) {
        jdbc.sql("update api_tokens set revoked_at = :at where id = :id and revoked_at is null")
                .param("at", now())
                .param("id", id)
                .update();
        events.publishEvent(new AccountChanged(new PersonId(0), "token " + id, "token.revoked", null, null));
    }

    /** All tokens, newest first; never the tokens themselves. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<Listed> list() {
        return jdbc.sql("select * from api_tokens order by id desc")
                .query((row, n) -> {
                    long person = row.getLong("person_id");
                    String actsFor = row.wasNull() ? null : names.nameOf(new PersonId(person));
                    return new Listed(
                            row.getLong("id"),
                            row.getString("name"),
                            scopes(row.getString("scopes")),
                            actsFor,
                            row.getTimestamp("created_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                            moment(row.getTimestamp("revoked_at")),
                            row.getObject("expires_on", LocalDate.class),
                            moment(row.getTimestamp("last_used_at")));
                })
                .list();
    }

    /** Who a presented token is, or empty for one that is unknown, taken back or over. */
    Optional<Bearer> bearer(String token) {
        String hash = hash(token);
        if (adminHash != null
                && MessageDigest.isEqual(
                        adminHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(ofOrganisation(null, "token KOPLOPER_ADMIN_TOKEN", EnumSet.allOf(Scope.class)));
        }
        return jdbc.sql("select id, name, scopes, person_id, last_used_at from api_tokens where token_hash = :hash"
                        + " and revoked_at is null and (expires_on is null or expires_on >= :today)")
                .param("hash", hash)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> {
                    long id = row.getLong("id");
                    Set<Scope> scopes = scopes(row.getString("scopes"));
                    noteUse(id, moment(row.getTimestamp("last_used_at")));
                    long person = row.getLong("person_id");
                    return row.wasNull()
                            ? Optional.of(ofOrganisation(id, "token " + row.getString("name"), scopes))
                            : ofPerson(id, new PersonId(person), scopes);
                })
                .optional()
                .flatMap(found -> found);
    }

    /** To a few minutes: a program that asks a hundred times a second shall not write as often. */
    private void noteUse(long id, @Nullable Instant before) {
        Instant now = clock.instant();
        if (before == null || before.plus(USE_NOTED).isBefore(now)) {
            jdbc.sql("update api_tokens set last_used_at = :at where id = :id")
                    .param("at", now())
                    .param("id", id)
                    .update();
        }
    }

    private static @Nullable Instant moment(@Nullable Timestamp utc) {
        return utc == null ? null : utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private static Set<Scope> scopes(String names) {
        return Arrays.stream(names.split(","))
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Bearer ofOrganisation(@Nullable Long id, String name, Set<Scope> scopes) {
        return new Bearer(id, new CurrentUser(null, name, Set.of(), false), scopes);
    }

    private Optional<Bearer> ofPerson(long id, PersonId person, Set<Scope> scopes) {
        return accounts.findById(person.value())
                .filter(Account::enabled)
                .map(account ->
                        new Bearer(id, new CurrentUser(person, names.nameOf(person), account.roles(), false), scopes));
    }

    private Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A token as administration sees it.
     *
     * @param actsFor name of the person; null for the organisation
     * @param revokedAt null while it is not taken back
     * @param lastDay the last day on which it is good; null: it has no end
     * @param lastUsedAt to a few minutes; null: never
     */
    public record Listed(
            long id,
            String name,
            Set<Scope> scopes,
            @Nullable String actsFor,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastUsedAt) {

        /** Whether it is refused because its last day is over. */
        public boolean isOver(LocalDate today) {
            return lastDay != null && lastDay.isBefore(today);
        }
    }

    /** @param id null for the token of the environment */
    record Bearer(@Nullable Long id, CurrentUser user, Set<Scope> scopes) {

        List<String> authorities() {
            List<String> all = new ArrayList<>();
            user.roles().forEach(role -> all.add(role.authority()));
            scopes.forEach(scope -> all.add(scope.authority()));
            return all;
        }
    }
}
