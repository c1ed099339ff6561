package org.engageconnector.component.engage;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * TLS for a connection that others make: whoever uses this context cannot be told to check the host name, so its trust manager
 * does.
 */
final class HostCheckingContext {

    private HostCheckingContext() {}

    static SSLContext of(SSLContextParameters parameters, String host) {
        try {
            KeyManager[] keys = parameters.getKeyManagers() == null
                    ? null
                    : parameters.getKeyManagers().createKeyManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new Checking(trust(parameters), host)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trust(SSLContextParameters parameters)
            throws GeneralSecurityException, IOException {
        TrustManager[] managers;
        if (parameters.getTrustManagers() == null) {
            TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            system.init((KeyStore) null);
            managers = system.getTrustManagers();
        } else {
            managers = parameters.getTrustManagers().createTrustManagers();
        }
        for (TrustManager manager : managers) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no trust manager for certificates");
    }

    /** Everything of the wrapped manager, and the name on the server's certificate. */
    private static final class Checking extends X509ExtendedTrustManager {

        private final X509TrustManager wrapped;
        private final String host;

        private Checking(X509TrustManager wrapped, String host) {
            this.wrapped = wrapped;
            this.host = host;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            wrapped.checkServerTrusted(chain, type);
            CertificateNames.of(chain[0]).require(host);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            wrapped.checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            wrapped.checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            wrapped.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return wrapped.getAcceptedIssuers();
        }
    }
}
