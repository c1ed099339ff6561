package com.genesyslab.platform.reporting.protocol.statserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class NotificationMode extends GEnum {

    public static final NotificationMode NoNotification = new NotificationMode(0, "NoNotification");
    public static final NotificationMode Reset = new NotificationMode(1, "Reset");
    public static final NotificationMode Periodical = new NotificationMode(2, "Periodical");
    public static final NotificationMode Immediate = new NotificationMode(3, "Immediate");

    private NotificationMode(int number, String name) {
        super(number, name);
    }
}
