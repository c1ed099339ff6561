package org.engageconnector.app.replay.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** Keeps what belongs to one call together until the engine has forgotten it. One thread at a time. */
final class CallStories {

    private static final long FORGOTTEN_BY_ALL = 2 * 3_600_000L;

    private final Map<String, CallStory> byCall = new LinkedHashMap<>();
    private final Map<Long, String> byConn = new HashMap<>();
    private final Map<String, String> lastAtDn = new HashMap<>();
    private final Consumer<CallStory> done;

    /** @param done gets stories of which nothing more can be told, the earliest first where several are */
    CallStories(Consumer<CallStory> done) {
        this.done = done;
    }

    /** Adds an event to the story of its call, if it is about one; gives the story. */
    CallStory add(SeenEvent event) {
        Message message = event.message();
        String call = message.text(TServerAttribute.CALL_UUID);
        if (call == null) {
            call = CallStory.callInExtensions(message);
        }
        Long conn = message.longInteger(TServerAttribute.CONN_ID);
        if (call == null && conn != null) {
            call = byConn.get(conn);
        }
        boolean ofAgent = message.number() >= TServerMessage.EVENT_AGENT_LOGIN
                && message.number() <= TServerMessage.EVENT_AGENT_NOT_READY;
        String dn = event.dn();
        if (call == null && dn != null && (ofAgent || message.number() == TServerMessage.EVENT_USER_EVENT)) {
            call = lastAtDn.get(dn);
        }
        if (call == null || ofAgent && !byCall.containsKey(call)) {
            return null;
        }
        String known = call;
        CallStory story = byCall.computeIfAbsent(call, CallStory::new);
        story = related(story, message);
        story.add(event);
        if (conn != null) {
            byConn.put(conn, known);
        }
        if (dn != null && message.number() < TServerMessage.EVENT_CALL_CREATED) {
            lastAtDn.put(dn, known);
        }
        return story;
    }

    private CallStory related(CallStory story, Message message) {
        CallStory whole = story;
        for (int id : new int[] {
            TServerAttribute.ORIG_CALL_UUID, TServerAttribute.REF_CALL_UUID, TServerAttribute.NEW_CALL_UUID
        }) {
            whole = joined(whole, message.text(id));
        }
        Long previous = message.longInteger(TServerAttribute.PREVIOUS_CONN_ID);
        return previous == null ? whole : joined(whole, byConn.get(previous));
    }

    private CallStory joined(CallStory story, String otherCall) {
        CallStory other = otherCall == null ? null : byCall.get(otherCall);
        if (other == null || other == story) {
            return story;
        }
        // the one that began first is the main call
        CallStory main = other.firstAt() <= story.firstAt() ? other : story;
        CallStory joins = main == other ? story : other;
        main.join(joins);
        joins.calls().forEach(call -> byCall.put(call, main));
        return main;
    }

    /** Adds a told event to the story of its call; gives the story. */
    CallStory add(ToldEvent event) {
        CallStory story = byCall.computeIfAbsent(event.event().callUuid(), CallStory::new);
        story.add(event);
        return story;
    }

    /** The engine has forgotten these calls. */
    void forget(Collection<String> calls, long now) {
        List<CallStory> over = new ArrayList<>();
        for (String call : calls) {
            CallStory story = byCall.get(call);
            if (story != null && story.calls().iterator().next().equals(call)) {
                over.add(story);
            }
        }
        for (CallStory story : List.copyOf(byCall.values())) {
            if (story.lastAt() < now - FORGOTTEN_BY_ALL) {
                over.add(story);
            }
        }
        finish(over);
    }

    /** The log is over. */
    void end() {
        finish(new ArrayList<>(byCall.values()));
    }

    private void finish(List<CallStory> over) {
        List<CallStory> each = new ArrayList<>(new java.util.LinkedHashSet<>(over));
        each.sort(Comparator.comparingLong(CallStory::firstAt));
        for (CallStory story : each) {
            if (byCall.keySet().removeAll(story.calls())) {
                done.accept(story);
            }
        }
        if (!each.isEmpty()) {
            byConn.values().removeIf(call -> !byCall.containsKey(call));
            lastAtDn.values().removeIf(call -> !byCall.containsKey(call));
        }
    }
}
