package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class ControlMode extends GEnum {

    public static final ControlMode RegisterDefault = new ControlMode(0, "RegisterDefault");
    public static final ControlMode RegisterForce = new ControlMode(1, "RegisterForce");

    private ControlMode(int number, String name) {
        super(number, name);
    }
}
