package org.engageconnector.processors.configsync.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that one site alone keeps an organisation in step: reads from the description of the presence source who does, and
 * writes itself there, again once a day (docs/config-sync.md#one-site). Belongs to the thread of a run.
 */
public final class SiteGuard {

    /** The table in Redis: the name, when it was last written, and which other site was seen. */
    public static final String TABLE = "site";

    /** The field with the description of the other site. */
    public static final String OTHER = "other";

    /** The field with the name of this site. */
    public static final String NAME = "name";

    private static final Logger LOG = LoggerFactory.getLogger(SiteGuard.class);
    private static final long SIGN_EVERY_MILLIS = 24 * 3_600_000L;
    private static final String SIGNED = "signed";

    private final SyncStore store;
    private final LongSupplier clock;
    private final String site;
    private final String remembered;
    private long signedAt;
    private boolean looked;
    private List<ObjectNode> read;
    private SiteMark other;

    /** @param clock milliseconds since 1970 */
    public SiteGuard(SyncStore store, SiteName name, LongSupplier clock) {
        this.store = store;
        this.clock = clock;
        Map<String, String> kept = store.read(TABLE);
        remembered = kept.getOrDefault(NAME, name.usual());
        site = name.chosen().isEmpty() ? remembered : name.chosen();
        signedAt = Long.parseLong(kept.getOrDefault(SIGNED, "0"));
    }

    /** A run begins: what was read before is old, and another site that was seen may have gone. */
    public void begin() {
        read = null;
        if (other != null) {
            looked = false;
            other = null;
        }
    }

    /** Whether this process knows who keeps the organisation in step. */
    public boolean looked() {
        return looked;
    }

    /** Reads who keeps the organisation in step; where that cannot be read, nobody does. */
    public void look(Cloud cloud) {
        looked = true;
        try {
            read = PresenceSources.active(cloud);
        } catch (CloudException e) {
            if (e.reach() == CloudException.Reach.RUN) {
                throw e;
            }
            return;
        }
        other = read.stream()
                .flatMap(source -> foreign(source).stream())
                .findFirst()
                .orElse(null);
        if (other == null) {
            store.write(TABLE, Map.of(), List.of(OTHER));
        } else {
            store.write(TABLE, Map.of(OTHER, other.text(), NAME, site), List.of());
        }
    }

    /** The other site that a source names. */
    public Optional<SiteMark> foreign(ObjectNode source) {
        return mark(source)
                .filter(mark -> !mark.site().equals(site) && !mark.site().equals(remembered));
    }

    private static Optional<SiteMark> mark(ObjectNode source) {
        return SiteMark.read(source.path("description").asText());
    }

    /** That this site takes the place of another one, when there is another one. */
    public Optional<Change> takeOver() {
        return Optional.ofNullable(other).map(mark -> mark.takenOverBy(site));
    }

    /** The active sources, read at most once in a run. */
    public List<ObjectNode> sources(Cloud cloud) {
        if (read == null) {
            read = PresenceSources.active(cloud);
        }
        return read;
    }

    /** The description of a source that this site makes. */
    public String description() {
        return SiteMark.of(site, clock.getAsLong()).text();
    }

    /** The source was made with {@link #description()}. */
    public void signed() {
        signedAt = clock.getAsLong();
        store.write(TABLE, Map.of(NAME, site, SIGNED, String.valueOf(signedAt)), List.of(OTHER));
    }

    /**
     * Writes this site into the sources that were read in this run: once a day, and in place of another site that an operator
     * has it take over from.
     *
     * @param name of the source of this tenant
     */
    public void sign(Cloud cloud, String name) {
        if (read == null) {
            return;
        }
        boolean due = clock.getAsLong() - signedAt >= SIGN_EVERY_MILLIS;
        for (ObjectNode source : read) {
            boolean foreign = foreign(source).isPresent();
            if (foreign || (due && source.path("name").asText().equals(name))) {
                sign(cloud, source, foreign);
            }
        }
        other = null;
    }

    private void sign(Cloud cloud, ObjectNode source, boolean must) {
        long now = clock.getAsLong();
        SiteMark mark = mark(source)
                .filter(own -> !must)
                .map(own -> new SiteMark(site, own.since(), own.seen()).seenAt(now))
                .orElse(SiteMark.of(site, now));
        ObjectNode body = source.deepCopy().put("description", mark.text());
        String path = PresenceSources.PATH + "/" + source.path("id").asText();
        try {
            cloud.must("PUT", path, body);
        } catch (CloudException e) {
            if (must || e.reach() == CloudException.Reach.RUN) {
                throw new CloudException(
                        CloudException.Reach.RUN,
                        "site " + site + " cannot be written into the presence source: " + e.getMessage()
                                + "; the OAuth client needs the permission presence:source:edit");
            }
            LOG.warn(
                    "The sign of life of site {} cannot be written into the presence source: {}. Give the OAuth client the"
                            + " permission presence:source:edit; without it a second site is not told from this one",
                    site,
                    e.getMessage());
        }
        signed();
    }
}
