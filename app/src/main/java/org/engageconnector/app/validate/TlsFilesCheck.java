package org.engageconnector.app.validate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.OutboundTls;
import org.engageconnector.app.tls.PortCertificate;
import org.engageconnector.app.tls.TlsFiles;

/** Reads every certificate that the settings name, and looks whether it is over. */
final class TlsFilesCheck {

    private static final String CHECK = "certificates";

    private final RoleSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    TlsFilesCheck(RoleSettings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        TlsFiles files = new TlsFiles(settings);
        check(OutboundTls.CA_FILE, () -> authorities(files.certificates(OutboundTls.CA_FILE)));
        check(OutboundTls.KEY_STORE, () -> own(files.keys(OutboundTls.KEY_STORE, OutboundTls.PASSWORD)));
        Optional<PortCertificate> port = PortCertificate.of(settings);
        port.ifPresent(certificate -> check(PortCertificate.CERTIFICATE, () -> {
            certificate.parameters();
            notOver(PortCertificate.CERTIFICATE, certificate.expires());
        }));
        return findings;
    }

    private void check(String setting, Runnable check) {
        if (settings.find(setting).isEmpty()) {
            return;
        }
        int before = findings.size();
        try {
            check.run();
        } catch (CommandFailure e) {
            Problem problem = e.problems().get(0);
            findings.add(Finding.bad(CHECK, e.exitCode(), problem.what(), problem.where(), problem.next()));
        }
        if (findings.size() == before) {
            findings.add(Finding.ok(CHECK, setting + " can be used"));
        }
    }

    /** Bundles often hold some that are over; it matters only where a server's is signed by one. */
    private void authorities(List<X509Certificate> certificates) {
        Instant now = Instant.now();
        for (X509Certificate certificate : certificates) {
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                findings.add(Finding.warn(
                        CHECK,
                        "an authority in " + OutboundTls.CA_FILE + " expired at "
                                + certificate.getNotAfter().toInstant() + ": "
                                + certificate.getSubjectX500Principal().getName()));
            }
        }
    }

    private void own(KeyStore store) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    notOver(OutboundTls.KEY_STORE, certificate.getNotAfter().toInstant());
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void notOver(String setting, Instant expires) {
        if (expires.isBefore(Instant.now())) {
            findings.add(Finding.bad(
                    CHECK,
                    ExitCode.USAGE,
                    "the certificate in " + settings.text(setting) + " (" + setting + ") expired at " + expires,
                    settings.value(setting).origin(),
                    "have it renewed and replace the file"));
        }
    }
}
