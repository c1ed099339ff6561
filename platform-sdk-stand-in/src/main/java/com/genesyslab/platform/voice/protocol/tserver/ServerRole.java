package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class ServerRole extends GEnum {

    public static final ServerRole Primary = new ServerRole(0, "Primary");
    public static final ServerRole Backup = new ServerRole(1, "Backup");

    private ServerRole(int number, String name) {
        super(number, name);
    }
}
