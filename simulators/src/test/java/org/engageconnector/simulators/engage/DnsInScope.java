package org.engageconnector.simulators.engage;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;

/** Of the directory only what {@code tserver:} asks for: the DNs in scope. */
final class DnsInScope {

    private DnsInScope() {}

    /** Extensions of agents, spare ones, and virtual queues of a site with one switch. */
    static Directory of(EngageSite site) {
        List<Dn> dns = new ArrayList<>();
        site.content().agents().forEach(agent -> dns.add(dn(agent.dn(), Dn.Type.EXTENSION)));
        site.content()
                .switches()
                .forEach(one -> one.spareExtensions().forEach(number -> dns.add(dn(number, Dn.Type.EXTENSION))));
        site.content().queues().forEach(queue -> dns.add(dn(queue.number(), Dn.Type.VIRTUAL_QUEUE)));
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "ready" -> true;
                    case "version" -> 1L;
                    case "dns" -> dns;
                    case "agents" -> List.of();
                    case "tenantName" -> Optional.of("Resources");
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Dn dn(String number, Dn.Type type) {
        return new Dn(number, "SIP_A", type, 1, null, 0, 0);
    }
}
