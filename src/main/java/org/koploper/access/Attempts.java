package org.koploper.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.stereotype.Component;

/**
 * Slows down and stops whoever tries secrets, the same for names that exist and names that do not.
 *
 * <p>Counted first by name and address together, then by name from everywhere, then by address for all names. Who has
 * signed in from an address before is judged by that pair alone: a stranger who keeps trying a name locks that name for
 * strangers, and not its owner at the usual place. Names and addresses are kept as salted hashes only: what somebody typed
 * as a name can be a password.
 */
@Component
class Attempts implements Keeping {

    /** Wrong ones that cost no wait, by name and address. */
    static final int FREE = 5;

    /** Wrong ones that lead to a lock, by name and address. */
    static final int LOCKS_AT = 10;

    /** Wrong ones that lead to a lock by name alone, or by address alone. */
    static final int LOCKS_ALL_AT = 100;

    /** Names, addresses and pairs that are remembered, each. */
    static final int BOUND = 20_000;

    private static final int STRIPES = 1024;

    private final Clock clock;
    private final byte[] salt = new byte[16];
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);
    private final Tries<Pair> pairs = new Tries<>(FREE, LOCKS_AT, BOUND);
    private final Tries<Hash> names = new Tries<>(LOCKS_ALL_AT, LOCKS_ALL_AT, BOUND);
    private final Tries<Hash> addresses = new Tries<>(LOCKS_ALL_AT, LOCKS_ALL_AT, BOUND);
    private final Set<Pair> known = Collections.newSetFromMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
            return size() > BOUND;
        }
    });

    Attempts(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public Kept kept() {
        return Kept.during("sign-in-tries", Tries.MEMORY, null);
    }

    /** One after the other for each name, so that many at once do not all slip through before the first is counted. */
    Lock turn(String name) {
        return stripes[Math.floorMod(Long.hashCode(hash(name).high()), STRIPES)];
    }

    /** Whether this may not even be looked at now. */
    synchronized boolean refused(String name, String address) {
        Instant now = clock.instant();
        Pair pair = pair(name, address);
        if (known.contains(pair)) {
            return pairs.waits(pair, now);
        }
        return pairs.waits(pair, now) || names.waits(pair.name(), now) || addresses.waits(pair.address(), now);
    }

    /** The secret was wrong; answers what that led to. */
    synchronized Outcome wrong(String name, String address) {
        Instant now = clock.instant();
        Pair pair = pair(name, address);
        boolean nameLocked = pairs.wrong(pair, now);
        boolean addressLocked = false;
        if (!known.contains(pair)) {
            nameLocked |= names.wrong(pair.name(), now);
            addressLocked = addresses.wrong(pair.address(), now);
        }
        return new Outcome(nameLocked, addressLocked);
    }

    /** The secret was right. */
    synchronized void right(String name, String address) {
        Pair pair = pair(name, address);
        pairs.forget(pair);
        known.add(pair);
    }

    /** Forgets everything wrong that was tried with a name; answers whether it was locked somewhere. */
    synchronized boolean lift(String name) {
        Instant now = clock.instant();
        Hash hash = hash(name);
        boolean everywhere = names.locked(hash, now);
        names.forget(hash);
        return pairs.forgetAll(pair -> pair.name().equals(hash), now) || everywhere;
    }

    /** Whether a name is locked, from some address at least. */
    synchronized boolean locked(String name) {
        Instant now = clock.instant();
        Hash hash = hash(name);
        return names.locked(hash, now) || pairs.anyLocked(pair -> pair.name().equals(hash), now);
    }

    /** How many names, addresses and pairs are remembered. */
    synchronized int size() {
        return pairs.size() + names.size() + addresses.size() + known.size();
    }

    private Pair pair(String name, String address) {
        return new Pair(hash(name), hash(Place.counted(address)));
    }

    private Hash hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var bytes = java.nio.ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Hash(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What one more wrong secret led to.
     *
     * @param name whether that name is now locked, at this address or everywhere
     * @param address whether that address is now locked
     */
    record Outcome(boolean name, boolean address) {}

    private record Hash(long high, long low) {}

    private record Pair(Hash name, Hash address) {}
}
