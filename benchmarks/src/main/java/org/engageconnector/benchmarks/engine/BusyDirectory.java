package org.engageconnector.benchmarks.engine;

import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/** Knows every extension of {@link BusySite}, one queue and one wrap-up code. */
final class BusyDirectory implements SiteDirectory {

    @Override
    public DnKind kind(String dn) {
        if (dn == null) {
            return DnKind.UNKNOWN;
        }
        if (dn.startsWith("5")) {
            return DnKind.EXTENSION;
        }
        if (dn.startsWith("VQ")) {
            return DnKind.VIRTUAL_QUEUE;
        }
        return dn.equals("9001") ? DnKind.ROUTE_POINT : DnKind.UNKNOWN;
    }

    @Override
    public String agentOfLogin(String loginCode) {
        return loginCode;
    }

    @Override
    public String agentOfPlace(String dn) {
        return dn == null ? null : "1" + dn;
    }

    @Override
    public String userOf(String agent) {
        return agent == null ? null : "ace00000-0000-4000-8000-000000000001";
    }

    @Override
    public String queueOf(String virtualQueue) {
        return virtualQueue == null ? null : "0bee0000-0000-4000-8000-000000000001";
    }

    @Override
    public String wrapUpCodeOf(String value) {
        return value == null ? null : "0c0de000-0000-4000-8000-000000000001";
    }

    @Override
    public String sourceId() {
        return "50000000-0000-4000-8000-000000000001";
    }
}
