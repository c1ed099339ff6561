package org.engageconnector.app.replay.report;

import java.util.HashMap;
import java.util.Map;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;

/**
 * Hides numbers of outside parties: each becomes {@code number-1}, {@code number-2} and so on, the same one everywhere in a report.
 * One thread at a time.
 */
public final class NumberMask {

    private static final int MOST = 200_000;

    private final SiteDirectory site;
    private final boolean shown;
    private final Map<String, String> names = new HashMap<>();

    /** @param shown whether numbers are shown as they are */
    public NumberMask(SiteDirectory site, boolean shown) {
        this.site = site;
        this.shown = shown;
    }

    /** The DN or number as a report may show it; {@code null} stays {@code null}. */
    public String of(String dn) {
        if (dn == null || shown || site.kind(dn) != DnKind.UNKNOWN) {
            return dn;
        }
        if (names.size() >= MOST && !names.containsKey(dn)) {
            return "number";
        }
        return names.computeIfAbsent(dn, number -> "number-" + (names.size() + 1));
    }

    /** Attached data as a report may show it. */
    public String data(String value) {
        return shown ? value : "***";
    }

    public boolean shows() {
        return shown;
    }
}
