package org.engageconnector.robustness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that connects one instance with Redis, the SIP Servers and the Stat Servers. */
final class Links implements AutoCloseable {

    final Link redis;
    final List<Link> sipServers = new ArrayList<>();
    final List<Link> statServers = new ArrayList<>();
    private final Map<String, String> settings;

    /** @param direct the settings of an instance without links */
    Links(String instance, Map<String, String> direct) throws IOException {
        settings = new LinkedHashMap<>(direct);
        String url = direct.get("ex.redis.url");
        String server = url.replaceFirst("redis(-sentinel)?://(.*@)?", "").replaceFirst("[,/].*", "");
        redis = new Link(instance + "-redis", server);
        if (!url.startsWith("redis-sentinel:")) {
            settings.put("ex.redis.url", url.replace(server, redis.address()));
        }
        for (String member : List.of("primary", "backup")) {
            Link link = new Link(instance + "-stat-" + member, direct.get("ex.stat-server." + member));
            statServers.add(link);
            settings.put("ex.stat-server." + member, link.address());
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : direct.get("ex.sip-servers").split(",")) {
            String[] parts = pair.split("[=|]");
            Link primary = new Link(instance + "-sip-primary", parts[1]);
            Link backup = new Link(instance + "-sip-backup", parts[2]);
            sipServers.addAll(List.of(primary, backup));
            pairs.add(parts[0] + "=" + primary.address() + "|" + backup.address());
        }
        settings.put("ex.sip-servers", String.join(",", pairs));
    }

    /** The settings of the instance with these links in between. */
    Map<String, String> settings() {
        return settings;
    }

    /** Every link is whole and fast again. */
    void mend() {
        List<Link> all = new ArrayList<>(sipServers);
        all.addAll(statServers);
        all.add(redis);
        all.forEach(link -> link.slow(0));
    }

    @Override
    public void close() {
        redis.close();
        sipServers.forEach(Link::close);
        statServers.forEach(Link::close);
    }
}
