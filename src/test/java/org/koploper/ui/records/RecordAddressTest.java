package org.koploper.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Whatever signs an external id has, its address comes through and names it again. */
class RecordAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "C-1024       , C-1024",
                "100% Fiets   , 100~25~20Fiets",
                "Smit; Zonen  , Smit~3B~20Zonen",
                "2026/17//3   , 2026~2F17~2F~2F3",
                "a\\b          , a~5Cb",
                "~25          , ~7E25",
                "..           , ~2E~2E",
                "v1..2        , v1..2",
                "Café + 😀     , Caf~C3~A9~20~2B~20~F0~9F~98~80"
            })
    void comesThroughAndNamesTheSameRecord(String id, String written) {
        String address = RecordAddress.of("customers", id);

        assertThat(address).isEqualTo("record/customers/" + written);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/" + address);
        request.setServletPath("/" + address);
        assertThat(new StrictHttpFirewall().getFirewalledRequest(request)).isNotNull();
        assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                .as("read twice")
                .isEqualTo(address);
        assertThat(RecordAddress.id(address.substring("record/customers/".length())))
                .isEqualTo(id);
        assertThat(RecordAddress.id(id.replace("~", ""))).as("an older link").isEqualTo(id.replace("~", ""));
    }
}
