package org.koploper.ui.records;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.koploper.records.Field;

/** Where records are shown, whatever signs their external ids have. */
public final class RecordAddress {

    private RecordAddress() {}

    /** Of that record. */
    public static String of(String kind, String externalId) {
        return "record/" + kind + "/"
                + Arrays.stream(externalId.split("/", -1))
                        .map(RecordAddress::encoded)
                        .collect(Collectors.joining("/"));
    }

    /** Of a new record, or of a list, that is about that record. */
    static String about(String address, Field field, String externalId) {
        return address + "?" + field.name() + "=" + encoded(externalId);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
