package org.engageconnector.processors.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeterministicIdTest {

    @Test
    void theSamePartsGiveTheSameIdEverywhere() {
        assertThat(DeterministicId.id("101", "conversation", "SIP_A", "U1"))
                .isEqualTo("2192f327-81c0-4689-b46c-87daba09d0b6")
                .isEqualTo(DeterministicId.id("101", "conversation", "SIP_A", "U1"));
    }

    @Test
    void everyIdIsAVersion4UuidOfVariant10() {
        for (int i = 0; i < 1000; i++) {
            UUID id = UUID.fromString(DeterministicId.id("101", "event", Integer.toString(i)));
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void partsAreNotGluedTogether() {
        assertThat(DeterministicId.id("1", "leg", "ab", "c")).isNotEqualTo(DeterministicId.id("1", "leg", "a", "bc"));
        assertThat(DeterministicId.id("1", "leg")).isNotEqualTo(DeterministicId.id("2", "leg"));
    }
}
