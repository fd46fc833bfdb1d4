package org.koploper.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which texts name somebody. */
class NamesTest {

    @Test
    void aNameIsReplacedAsAWholeAndWhateverStandsAround() {
        Names names = new Names().with("An De Smet", "Former colleague 3").with("P-10", "former-3");

        assertThat(names.replacedIn("[\"An De Smet\",\"P-10\"] by An De Smet, not An De Smeterman"))
                .isEqualTo("[\"Former colleague 3\",\"former-3\"] by Former colleague 3, not An De Smeterman");
        assertThat(names.replacedIn("P-10/2026-03-02 P-101 XP-10")).isEqualTo("former-3/2026-03-02 P-101 XP-10");
    }

    @Test
    void aNameOfOneWordIsReplacedOnlyWhereItIsAllThereIs() {
        Names names = new Names().with("An", "Former colleague 3");

        assertThat(names.replacedIn("An")).isEqualTo("Former colleague 3");
        assertThat(names.replacedIn("[\"An\", \"An error\"]")).isEqualTo("[\"Former colleague 3\", \"An error\"]");
        assertThat(names.replacedIn("An/2026-03-02")).isEqualTo("Former colleague 3/2026-03-02");
        assertThat(names.replacedIn("An error in Antwerp")).isEqualTo("An error in Antwerp");
    }

    @Test
    void anAddressIsFoundWhateverItsCaseAndAQuoteInANameAlsoInFiles() {
        Names names = new Names().with("An@Example.org", "former-3").with("An \"Ann\" Smet", "Former colleague 3");

        assertThat(names.replacedIn("mailto:an@example.ORG")).isEqualTo("mailto:former-3");
        assertThat(names.replacedIn("[\"An \\\"Ann\\\" Smet\"]")).isEqualTo("[\"Former colleague 3\"]");
    }

    @Test
    void whatStandsInsteadIsTakenAsItIs() {
        assertThat(new Names().with("An Smet", "$1\\x").replacedIn("An Smet")).isEqualTo("$1\\x");
    }
}
