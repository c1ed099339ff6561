package org.engageconnector.app.replay.play;

import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.serverlogs.event.LoggedEvent;

/**
 * Chooses what of a log the engine is told: the messages that it uses, and of the attached data the keys that the settings name. The
 * rest of the data is nobody's business here. Immutable.
 */
public final class WantedEvents {

    private static final KeyValueList NONE = KeyValueList.EMPTY;

    private final long from;
    private final long to;
    private final String dispositionKey;
    private final String outboundQueueKey;

    /** @param from time of the earliest event, milliseconds since 1970 */
    public WantedEvents(long from, long to, EngineSettings settings) {
        this.from = from;
        this.to = to;
        this.dispositionKey = settings.dispositionKey();
        this.outboundQueueKey = settings.outboundQueueKey();
    }

    /** The event as the engine is told it; {@code null} when it is not. */
    public LoggedEvent of(LoggedEvent event) {
        Message message = event.message();
        if (event.at() < from || event.at() > to || !StreamChoice.isUsed(message.number())) {
            return null;
        }
        KeyValueList data = message.list(TServerAttribute.USER_DATA);
        boolean reasons = message.has(TServerAttribute.REASONS);
        if (data == null && !reasons) {
            return event;
        }
        int size = message.size() - (reasons ? 1 : 0);
        int[] ids = new int[size];
        Object[] values = new Object[size];
        int kept = 0;
        for (int i = 0; i < message.size(); i++) {
            int id = message.id(i);
            if (id != TServerAttribute.REASONS) {
                ids[kept] = id;
                values[kept++] = id == TServerAttribute.USER_DATA ? kept(data) : message.valueAt(i);
            }
        }
        return new LoggedEvent(
                Message.ofArrays(message.number(), ids, values),
                event.at(),
                event.byClient(),
                event.file(),
                event.line());
    }

    private KeyValueList kept(KeyValueList data) {
        List<KeyValueList.Pair> kept = data.pairs().stream()
                .filter(pair -> pair.key().equals(dispositionKey) || pair.key().equals(outboundQueueKey))
                .toList();
        return kept.isEmpty() ? NONE : new KeyValueList(kept);
    }
}
