package com.genesyslab.platform.commons.connection.tls;

/** Nothing of it is used here. */
public final class SSLExtendedOptions {

    private SSLExtendedOptions() {}
}
