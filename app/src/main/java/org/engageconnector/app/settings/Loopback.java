package org.engageconnector.app.settings;

/** Tells addresses that never leave this machine; by their text, without a name look-up. */
public final class Loopback {

    private Loopback() {}

    public static boolean is(String host) {
        String bare = host.replaceAll("^\\[(.*)]$", "$1");
        return bare.equalsIgnoreCase("localhost") || bare.equals("::1") || bare.matches("127(\\.\\d{1,3}){3}");
    }
}
