package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.…",
        "2001:db8:12:34:56:78:9a:bc, 2001:db8:12:…",
        "::1, ::1",
        "0:0:0:0:0:0:0:1, ::1",
        "sales.example, ''"
    })
    void whatIsShownPointsToNoSingleDeviceButThisOne(String address, String shown) {
        assertThat(Place.shortened(address)).isEqualTo(shown);
    }
}
