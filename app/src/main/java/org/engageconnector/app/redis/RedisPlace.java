package org.engageconnector.app.redis;

import org.engageconnector.app.settings.Loopback;

/** Where a Redis is, without credentials: what tells the Redis of one site from that of another. */
public final class RedisPlace {

    private RedisPlace() {}

    /**
     * Servers, database and master's name of a Redis URL; on loopback with the host's name too, since every host has a
     * loopback.
     */
    public static String of(String url, String hostName) {
        String rest = url.substring(url.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String servers = authority.substring(authority.lastIndexOf('@') + 1);
        String place = servers + (slash < 0 ? "" : rest.substring(slash));
        return Loopback.is(servers.replaceAll(":\\d+$", "")) ? hostName + " " + place : place;
    }
}
