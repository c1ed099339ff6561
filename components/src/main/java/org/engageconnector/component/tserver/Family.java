package org.engageconnector.component.tserver;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.engageconnector.directory.Dn;

/** The three connections to a SIP Server pair, and what each watches (docs/call-rules.md#evidence). */
public enum Family {
    /** Every virtual queue. */
    VQ("vq", Dn.Type.VIRTUAL_QUEUE, 3),
    /** Every extension. */
    EXTENSION("extension", Dn.Type.EXTENSION, 1),
    /** Call Monitoring; no DN. */
    CALL("call", null, 0);

    private final String word;
    private final Dn.Type dnType;
    private final int addressType;

    Family(String word, Dn.Type dnType, int addressType) {
        this.word = word;
        this.dnType = dnType;
        this.addressType = addressType;
    }

    /** @throws IllegalArgumentException when there is no such family */
    public static Family of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word.equalsIgnoreCase(word.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("family '" + word + "' is not one of "
                        + Arrays.stream(values()).map(Family::word).collect(Collectors.joining(", "))));
    }

    /** The word in options, journal entries and metrics. */
    public String word() {
        return word;
    }

    /** The DNs of this family; {@code null} for Call Monitoring. */
    public Dn.Type dnType() {
        return dnType;
    }

    /** AddressType of RequestRegisterAddress: 1 DN, 3 queue. */
    int addressType() {
        return addressType;
    }
}
