package org.engageconnector.simulators.site;

/**
 * How large a contact centre to make.
 *
 * @param agents 1 to 100,000, dealt out evenly to the switches
 * @param switches 1 to 26: SIP_A, SIP_B, ...
 * @param seed the same seed gives the same names, skills and groups
 */
public record SiteOptions(int agents, int switches, long seed) {

    public SiteOptions {
        if (agents < 1 || agents > 100_000) {
            throw new IllegalArgumentException("agents " + agents + ", expected 1 to 100000");
        }
        if (switches < 1 || switches > 26) {
            throw new IllegalArgumentException("switches " + switches + ", expected 1 to 26");
        }
    }
}
