package org.engageconnector.simulators.engage;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;

/** Of the directory only what {@code tserver:} asks for: the DNs in scope. */
final class DnsInScope {

    private DnsInScope() {}

    static Directory directory(List<Dn> dns) {
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

    static Dn dn(String number, Dn.Type type) {
        return new Dn(number, "SIP_A", type, 1, null, 0, 0);
    }
}
