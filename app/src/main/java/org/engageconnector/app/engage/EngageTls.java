package org.engageconnector.app.engage;

import java.util.Optional;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.OutboundTls;
import org.engageconnector.app.tls.TlsFiles;

/** TLS to Engage servers as the settings {@code ex.engage.tls.*} want it, for every transport. */
public final class EngageTls {

    private static final String CA_FILE = "ex.engage.tls.ca-file";
    private static final String KEY_STORE = "ex.engage.tls.key-store";
    private static final String PASSWORD = "ex.engage.tls.key-store-password";

    private EngageTls() {}

    /** Empty when TLS is off. A file that cannot be used ends the start with what to mend. */
    public static Optional<SSLContextParameters> of(RoleSettings settings) {
        if (!settings.flag("ex.engage.tls.enabled")) {
            return Optional.empty();
        }
        TlsFiles files = new TlsFiles(settings);
        SSLContextParameters parameters = new SSLContextParameters();
        settings.find(CA_FILE)
                .map(file -> files.only(CA_FILE))
                .or(() -> settings.find(OutboundTls.CA_FILE).map(file -> files.withPublic(OutboundTls.CA_FILE)))
                .ifPresent(store -> parameters.setTrustManagers(OutboundTls.trust(store)));
        settings.find(KEY_STORE)
                .ifPresent(file -> parameters.setKeyManagers(
                        OutboundTls.keys(files.keys(KEY_STORE, PASSWORD), files.password(PASSWORD))));
        return Optional.of(parameters);
    }
}
