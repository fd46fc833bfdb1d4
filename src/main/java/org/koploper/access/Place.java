package org.koploper.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from, no finer than needed. */
final class Place {

    /** The loopback address of IPv6. */
    private static final byte[] THIS_MACHINE = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private Place() {}

    /**
     * The address that wrong secrets are counted by: IPv4 as it is, of IPv6 the first half, since one household or office
     * has all addresses of that half.
     */
    static String counted(String address) {
        byte[] bytes = bytes(address);
        return bytes.length == 16 ? hextets(bytes, 4) : address;
    }

    /** The address as it is shown and recorded: without its last part, which would point to one device. */
    static String shortened(String address) {
        byte[] bytes = bytes(address);
        return switch (bytes.length) {
            case 4 -> (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".…";
            case 16 -> Arrays.equals(bytes, THIS_MACHINE) ? "::1" : hextets(bytes, 3);
            default -> "";
        };
    }

    private static String hextets(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff))
                    .append(':');
        }
        return text.append('…').toString();
    }

    /** Empty for what is no address in digits; nothing is ever looked up. */
    private static byte[] bytes(String address) {
        if (!address.matches("[0-9a-fA-F.:%]+")) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
