package org.engageconnector.processors.agentstate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.engageconnector.message.KeyValueList;

/**
 * What is known of one agent: what Engage said last, what follows from it, and what was journaled. It is what is kept in Redis,
 * so that a restart or another instance goes on where the last commit stood; an older version's record reads with defaults,
 * a newer one's unknown fields are passed over.
 *
 * <p>Used by one thread at a time; changed only as a copy that replaces the original after the commit.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonIgnoreProperties(ignoreUnknown = true)
final class AgentRecord {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Stat Server's number; -1 while nothing was said. */
    int status = -1;
    /** Since when, seconds since 1970 by the server's clock. */
    int statusTime;
    /** CallType of the DN that carries the call; 0 when there is none. */
    int callType;

    /** The pairs of the last reason, key and value in turn, and the status time they belong to. */
    List<String> reasons = List.of();

    /** -1 when the agent has left the not-ready state that the reason was of. */
    int reasonStatusTime = -1;

    int reasonServerTime;

    /** True when the not-ready reason is none that a rule knows. */
    boolean reasonUnmapped;

    /** Local time up to which a state waits for its reason, milliseconds since 1970; 0 when it does not wait. */
    long awaitsReasonUntil;

    boolean wasReady;
    SystemPresence lastNotReady;
    boolean notResponding;

    /** What Genesys Cloud should show, and since when (milliseconds since 1970, the server's clock). */
    SystemPresence presence;

    RoutingStatus routingStatus;
    long since;

    /** What was journaled; {@code null} counts as unknown and is sent again. */
    SystemPresence sentPresence;

    RoutingStatus sentRoutingStatus;

    /** The ids of the last event of each kind, so that a refusal of an older one is told from one of the last. */
    String presenceEventId;

    String routingStatusEventId;
    String lastEventId;
    long lastEventTime;

    /** The Genesys Cloud user the last event went to: an agent who left the list can still be taken offline. */
    String userId;

    boolean removed;

    /** True between EventStatisticInvalid and EventStatisticValid of the connection that is listened to. */
    boolean invalid;

    /** True between EventStatisticInvalid and the next EventInfo after EventStatisticValid: nothing is sent. */
    boolean frozen;

    /** Stat Server's last error code for the agent; 0 when it follows the agent. */
    int error;

    /** True from a refusal of the last event until the next one is journaled. */
    boolean refused;

    /** True while this record stands for one in Redis that could not be read. Not stored: the next change of the agent replaces it. */
    @JsonIgnore
    boolean unreadable;

    /** An EventInfo came: Stat Server knows the agent, and a statistic that is valid again counts again. */
    void heard() {
        error = 0;
        frozen &= invalid;
    }

    /** Whether something is still to be sent. */
    boolean isBehind() {
        return presence != null && (presence != sentPresence || routingStatus != sentRoutingStatus);
    }

    AgentRecord copy() {
        return decode(encode());
    }

    byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AgentRecord decode(byte[] bytes) {
        AgentRecord record;
        try {
            record = JSON.readValue(bytes, AgentRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored agent state cannot be read", e);
        }
        boolean whole = record != null
                && record.reasons != null
                && record.reasons.size() % 2 == 0
                && record.reasons.stream().allMatch(Objects::nonNull);
        if (!whole) {
            throw new UncheckedIOException(new IOException("a stored agent state is not whole"));
        }
        return record;
    }

    /** As {@link #decode}; what cannot be read becomes a record that knows nothing and says so, and the agent starts anew. */
    static AgentRecord restore(byte[] bytes) {
        try {
            return decode(bytes);
        } catch (UncheckedIOException e) {
            AgentRecord unknown = new AgentRecord();
            unknown.unreadable = true;
            return unknown;
        }
    }

    KeyValueList reasonPairs() {
        return KeyValueList.of(reasons.toArray());
    }

    void reasonPairs(KeyValueList pairs) {
        reasons = flat(pairs);
    }

    /** Keys and values in turn, values as text. */
    static List<String> flat(KeyValueList pairs) {
        List<String> flat = new ArrayList<>(pairs.pairs().size() * 2);
        for (KeyValueList.Pair pair : pairs.pairs()) {
            flat.add(pair.key());
            flat.add(String.valueOf(pair.value()));
        }
        return flat;
    }
}
