package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.List;

/** States of DNs. */
public class DnStatusesCollection {

    private final List<DnStatus> items;

    /** Not of the SDK. */
    public DnStatusesCollection(List<DnStatus> items) {
        this.items = items;
    }

    public int getCount() {
        return items.size();
    }

    public DnStatus getItem(int index) {
        return items.get(index);
    }
}
