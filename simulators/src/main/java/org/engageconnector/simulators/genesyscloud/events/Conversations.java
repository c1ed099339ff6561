package org.engageconnector.simulators.genesyscloud.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conversations that are remembered, oldest first. Beyond the bound the oldest that is over goes, or the oldest of all.
 * Guarded by the simulator's lock.
 */
public final class Conversations {

    private final int most;
    private final Map<String, Conversation> byId = new LinkedHashMap<>();
    private final Map<String, String> conversationOfLeg = new HashMap<>();
    private final LegRules legRules = new LegRules(conversationOfLeg);
    private final TransferRules transferRules = new TransferRules();
    private final Set<String> live = new HashSet<>();
    private long started;

    Conversations(int most) {
        this.most = most;
    }

    /** Remembered conversations, oldest first. */
    public Collection<Conversation> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Conversation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many were ever started. */
    public long started() {
        return started;
    }

    /** How many have a leg that has not ended. */
    public int live() {
        return live.size();
    }

    /** True when a live queue leg waits in that queue. */
    public boolean waitIn(String queueId) {
        return live.stream().map(byId::get).anyMatch(conversation -> conversation.waitsIn(queueId));
    }

    long lastTime(PostedEvent event) {
        return find(event.key()).map(Conversation::lastTime).orElse(Long.MIN_VALUE);
    }

    /** Applies an event, or says why not; nothing is changed then. */
    Optional<Refusal> apply(PostedEvent event) {
        Conversation known = byId.get(event.key());
        Conversation conversation = known != null
                ? known
                : new Conversation(
                        event.key(),
                        event.json()
                                .path("sourceConfiguration")
                                .path("interactionId")
                                .asText(""));
        Optional<Refusal> refusal = TransferRules.covers(event.list())
                ? transferRules.apply(conversation, event)
                : legRules.apply(conversation, event);
        if (refusal.isEmpty()) {
            conversation.accepted(event.time());
            if (conversation.over()) {
                live.remove(conversation.id());
            } else {
                live.add(conversation.id());
            }
            if (known == null) {
                byId.put(conversation.id(), conversation);
                started++;
                forgetOne();
            }
        }
        return refusal;
    }

    private void forgetOne() {
        if (byId.size() <= most) {
            return;
        }
        Conversation oldest = byId.values().stream()
                .limit(1_000)
                .filter(Conversation::over)
                .findFirst()
                .orElseGet(() -> byId.values().iterator().next());
        byId.remove(oldest.id());
        live.remove(oldest.id());
        oldest.legs().forEach(leg -> conversationOfLeg.remove(leg.id()));
    }
}
