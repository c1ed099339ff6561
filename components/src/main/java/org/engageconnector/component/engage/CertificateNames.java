package org.engageconnector.component.engage;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The names of a server that its certificate is for: the DNS names and addresses of subjectAltName, as RFC 6125 wants it. */
record CertificateNames(List<String> names, List<String> addresses) {

    private static final int DNS = 2;
    private static final int IP = 7;

    static CertificateNames of(X509Certificate certificate) throws CertificateException {
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (alternative.get(0) instanceof Integer type && alternative.get(1) instanceof String name) {
                if (type == DNS) {
                    names.add(name.toLowerCase(Locale.ROOT));
                } else if (type == IP) {
                    addresses.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return new CertificateNames(names, addresses);
    }

    /** @throws CertificateException when the certificate is for somebody else */
    void require(String host) throws CertificateException {
        String wanted = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        boolean found = addresses.contains(wanted) || names.stream().anyMatch(name -> matches(name, wanted));
        if (!found) {
            throw new CertificateException("the certificate is not for " + host);
        }
    }

    /** A star stands for the whole first label and nothing else. */
    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1));
    }
}
