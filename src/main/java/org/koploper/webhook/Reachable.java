package org.koploper.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be called, so that nobody can send this product after what only it can reach: public ones, over
 * https. The address that a name stands for is checked where it is looked up for the connection itself, so that a name
 * cannot answer with another address a moment later.
 */
@Component
class Reachable implements DnsResolver {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean localToo;

    /** @param localToo whether this machine may be called too, also without encryption: to try things out */
    Reachable(@Value("${koploper.webhooks.local:false}") boolean localToo) {
        this.localToo = localToo;
    }

    /**
     * Whether it looks like an address that may be called.
     *
     * @throws WebhookRefused when it does not
     */
    void check(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new WebhookRefused("url", "not-a-url");
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new WebhookRefused("url", "not-a-url");
        }
        if (localToo && LOCAL.contains(host) && Set.of("http", "https").contains(uri.getScheme())) {
            return;
        }
        if (!"https".equals(uri.getScheme())) {
            throw new WebhookRefused("url", "https-needed");
        }
        try {
            // a name is looked up when it is called, an address is known by now
            if (!isPublic(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")))) {
                throw new WebhookRefused("url", "address-refused");
            }
        } catch (IllegalArgumentException name) {
            if (LOCAL.contains(host) || !host.contains(".")) {
                throw new WebhookRefused("url", "address-refused");
            }
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        boolean local = localToo && LOCAL.contains(host.contains(":") ? "[" + host + "]" : host);
        if (!Arrays.stream(found).allMatch(address -> isPublic(address) || local && address.isLoopbackAddress())) {
            throw new AddressRefused(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** Beside what Java knows: this network, carrier networks, protocol and test networks, and the reserved rest. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first != 0
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19))
                && first < 240;
    }

    /** Only what is given out to the public, and nothing that wraps an address of the older kind. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean given = first >> 13 == 1;
        boolean wraps = first == 0x2002 || first == 0x2001 && second == 0;
        return given && !wraps;
    }

    /** A name stands for an address that may not be called. */
    static final class AddressRefused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }
}
