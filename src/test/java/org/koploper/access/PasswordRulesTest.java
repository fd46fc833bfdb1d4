package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords of one's own are refused, and with which reason. */
class PasswordRulesTest {

    private final Account ann = new Account(new PersonId(7), "ann.peeters@example.com", "", false, Set.of());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop123",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "Koploper2026!",
                "AnnPeeters2026",
                "peeterspeeters",
                "ann.peeters@example.com"
            })
    void commonOnesAndOwnNamesAreTooEasy(String wanted) {
        assertThat(rules("").problem(ann, wanted)).contains("password.easy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fiets lamp zeewier dinsdag",
                "another long sentence",
                "kX9#mQ2$vL7p",
                "een paard eet geen sokken",
                "wachtwoord met spaties en ünïcode"
            })
    void sentencesAndChanceAreGood(String wanted) {
        assertThat(rules("").problem(ann, wanted)).isEmpty();
    }

    @Test
    void theLongestIsMeasuredQuicklyAndTaken() {
        String longest =
                IntStream.range(0, 16).mapToObj(i -> "fiets" + i % 10 + "zé").reduce("", String::concat);
        assertThat(rules("").problem(ann, longest)).isEmpty();
        assertThat(rules("").problem(ann, longest + "x")).contains("password.too-long");
        assertThat(rules("").problem(ann, "kX9#mQ2$vL7")).contains("password.too-short");
    }

    @Test
    void leakedOnesAreFoundOnDiskWhereverTheyStand() throws Exception {
        List<String> leaked =
                IntStream.range(0, 1000).mapToObj(i -> "leaked password " + i).toList();
        Path file = folder.resolve("pwned.txt");
        Files.writeString(
                file,
                String.join(
                        "\r\n",
                        leaked.stream()
                                .map(word -> sha1(word) + ":" + word.hashCode() % 90)
                                .sorted()
                                .toList()));
        LeakedPasswords list = new LeakedPasswords(file.toString());

        assertThat(leaked).allMatch(list::contains);
        assertThat(IntStream.range(0, 1000).mapToObj(i -> "not leaked " + i)).noneMatch(list::contains);
        assertThat(rules(file.toString()).problem(ann, "leaked password 417")).contains("password.leaked");
    }

    @Test
    void beginningsOfHashesAreEnough() throws Exception {
        Path file = folder.resolve("prefixes.txt");
        Files.write(
                file,
                IntStream.range(0, 50)
                        .mapToObj(i -> sha1("leaked password " + i).substring(0, 12))
                        .sorted()
                        .toList());
        LeakedPasswords list = new LeakedPasswords(file.toString());

        assertThat(IntStream.range(0, 50).mapToObj(i -> "leaked password " + i)).allMatch(list::contains);
        assertThat(list.contains("not leaked")).isFalse();
    }

    @Test
    void anEmptyFileHoldsNothingAndAMissingOneIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.txt"));
        assertThat(new LeakedPasswords(file.toString()).contains("anything at all"))
                .isFalse();

        assertThatThrownBy(() -> new LeakedPasswords(folder.resolve("none.txt").toString()))
                .hasMessageContaining("--koploper.leaked-passwords");
    }

    @Test
    void ofALongPasswordEverySignCounts() {
        LongPasswords encoder = new LongPasswords();
        String hundred = "x".repeat(100);

        String hash = encoder.encode(hundred + "a");

        assertThat(encoder.matches(hundred + "a", hash)).isTrue();
        assertThat(encoder.matches(hundred + "b", hash)).isFalse();
    }

    private static PasswordRules rules(String file) {
        return new PasswordRules(person -> "Ann Peeters", new LeakedPasswords(file));
    }

    private static String sha1(String word) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(word.getBytes()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
