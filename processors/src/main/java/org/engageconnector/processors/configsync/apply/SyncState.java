package org.engageconnector.processors.configsync.apply;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.engageconnector.directory.DirectoryWriter;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.site.SiteGuard;
import org.engageconnector.processors.configsync.site.SiteName;

/** All that config-sync remembers, read from Redis once for as long as this process holds the lease. */
public final class SyncState {

    /** What a full comparison reads, in its order. */
    public static final List<ObjectKind> KINDS = List.of(
            ObjectKind.SKILL,
            ObjectKind.WRAPUP_CODE,
            ObjectKind.USER,
            ObjectKind.QUEUE,
            ObjectKind.SOURCE,
            ObjectKind.PRESENCE);

    private static final String RUN = "run";
    private static final String READ = "read";
    private static final String CONFIRM = "confirm";

    private final SyncStore store;
    private final Memory memory;
    private final IdMap idMap;
    private final EngageFacts facts;
    private final RemovalHistory removals;
    private final Refusals refusals = new Refusals();
    private final SiteGuard site;
    private final long reconcileMillis;
    private final Map<String, String> run;
    private final Set<String> lookedFor = new HashSet<>();
    private HomeDivision home;

    public SyncState(
            SyncStore store, DirectoryWriter directory, SiteName name, LongSupplier clock, long reconcileMillis) {
        this.store = store;
        this.site = new SiteGuard(store, name, clock);
        this.memory = new Memory(store);
        this.idMap = new IdMap(directory, store, clock);
        this.facts = new EngageFacts(directory, store);
        this.removals = new RemovalHistory(store, clock);
        this.reconcileMillis = reconcileMillis;
        this.run = new HashMap<>(store.read(RUN));
    }

    public Memory memory() {
        return memory;
    }

    /** Which site keeps the organisation in step. */
    public SiteGuard site() {
        return site;
    }

    IdMap idMap() {
        return idMap;
    }

    public EngageFacts facts() {
        return facts;
    }

    public RemovalHistory removals() {
        return removals;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Keys of users begun that a list did not show: the next full comparison looks again, since lists lag. */
    Set<String> lookedFor() {
        return lookedFor;
    }

    /** Asked for once, by the first who needs it. */
    HomeDivision home(Cloud cloud) {
        if (home == null) {
            home = new HomeDivision(cloud);
        }
        return home;
    }

    long reconcileMillis() {
        return reconcileMillis;
    }

    /** The directory was emptied: everything of it is written again, whatever was written before. */
    public void writeDirectoryAgain() {
        idMap.forget();
        facts.forget();
    }

    /** Every line of the directory is written again, and those that nobody knows are removed; it stays readable meanwhile. */
    public void checkDirectoryAgain() {
        idMap.doubt();
        facts.forget();
    }

    /** Makes the next run try refused objects again. */
    public void forgetRefusals() {
        refusals.clear();
    }

    /** Kinds of which nothing was ever read: they must be looked up before one of them is created. */
    public Set<ObjectKind> unread() {
        if (!run.containsKey(READ)) {
            return EnumSet.copyOf(KINDS);
        }
        List<String> read = List.of(run.get(READ).split(","));
        return KINDS.stream()
                .filter(kind -> !read.contains(kind.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ObjectKind.class)));
    }

    /** Some kinds were looked up, but for those that could not be. */
    void read(Set<ObjectKind> kinds, Set<ObjectKind> failed) {
        Set<ObjectKind> unread = unread();
        unread.removeAll(kinds);
        unread.addAll(failed);
        note(
                READ,
                KINDS.stream()
                        .filter(kind -> !unread.contains(kind))
                        .map(ObjectKind::word)
                        .collect(Collectors.joining(",")));
    }

    /** When the last full comparison ended, milliseconds since 1970; 0 for never. */
    public long reconciledAt() {
        return Long.parseLong(run.getOrDefault("reconciled", "0"));
    }

    public void reconciled(long now) {
        note("reconciled", String.valueOf(now));
    }

    /** The person up to which users were compared one by one. */
    long comparedUpTo() {
        return Long.parseLong(run.getOrDefault("compared-up-to", "0"));
    }

    void comparedUpTo(long dbid) {
        note("compared-up-to", String.valueOf(dbid));
    }

    /** The organisation of the last run. */
    public Optional<String> organisation() {
        return Optional.ofNullable(run.get("organisation"));
    }

    public void organisation(String id) {
        note("organisation", id);
    }

    private void note(String field, String value) {
        store.write(RUN, Map.of(field, value), List.of());
        run.put(field, value);
    }

    /** Drops what is remembered of an organisation that is not ours any more; this object is of no use after it. */
    public void reset() {
        for (String table :
                List.of(RUN, "skill", "wrapup-code", "queue", "user", "source", "intent", "removed", SiteGuard.TABLE)) {
            store.clear(table);
        }
    }

    /** What an operator allowed: identities of changes, kept until they are made. */
    public Set<String> allowed() {
        return store.read(CONFIRM).keySet();
    }

    /** Remembers what an operator allowed; from any thread. */
    public static void allow(SyncStore store, List<Change> changes) {
        store.write(
                CONFIRM,
                changes.stream().collect(Collectors.toMap(Change::identity, change -> "1", (a, b) -> a)),
                List.of());
    }

    public void allowedIsDone() {
        store.clear(CONFIRM);
    }
}
