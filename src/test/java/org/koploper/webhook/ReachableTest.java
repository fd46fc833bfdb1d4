package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can send this product after what only it can reach. */
class ReachableTest {

    private final Reachable strict = new Reachable(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "fc00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        assertThat(Reachable.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "100.63.255.255", "172.32.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"})
    void aPublicAddressIsNot(String address) {
        assertThat(Reachable.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://crm.example.com/, https-needed",
        "ftp://crm.example.com/, https-needed",
        "https://localhost/, address-refused",
        "https://intranet/, address-refused",
        "https://127.0.0.1/, address-refused",
        "https://10.0.0.1:8443/, address-refused",
        "https://[::1]/, address-refused",
        "https://[fd00::1]/, address-refused",
        "https://169.254.169.254/latest/meta-data, address-refused",
        "https://user:secret@crm.example.com/, not-a-url",
        "https:///nothing, not-a-url",
        "crm.example.com, not-a-url",
        "https://crm example.com/, not-a-url",
        "https://crm.example.com/#part, not-a-url",
    })
    void whatCannotBeAReceiverIsRefusedWhenItIsWrittenDown(String url, String code) {
        assertThatThrownBy(() -> strict.check(url))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aPublicNameIsTaken() {
        assertThatCode(() -> strict.check("https://crm.example.com:8443/koploper?team=1"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatANameStandsForIsCheckedForTheConnectionItself() throws Exception {
        assertThatThrownBy(() -> strict.resolve("localhost")).isInstanceOf(Reachable.AddressRefused.class);
        assertThatThrownBy(() -> strict.resolve("127.0.0.1")).isInstanceOf(Reachable.AddressRefused.class);
        assertThat(new Reachable(true).resolve("localhost")).isNotEmpty();
        assertThatThrownBy(() -> new Reachable(true).resolve("10.0.0.1")).isInstanceOf(Reachable.AddressRefused.class);
    }

    /** The name was public when it was written down, and is not when it is called. */
    @Test
    void aReceiverThatMovedInsideIsNotCalled() throws Exception {
        Courier courier = new Courier(strict, Duration.ofSeconds(5));
        try (Receiver inside = new Receiver()) {
            Courier.Answer answer = courier.bring(inside.url(), List.of(Signature.newSecret()), "msg_1", 1, "{}");
            assertThat(answer.fault()).isEqualTo("address-refused");
            assertThat(inside.received()).isEmpty();
        } finally {
            courier.destroy();
        }
    }

    /** From the page of the open scheme, so that any library of it verifies what we sign. */
    @Test
    void aSignatureIsThatOfStandardWebhooks() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
