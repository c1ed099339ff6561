package org.engageconnector.app.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.processors.conversation.CallEngineStep;
import org.engageconnector.processors.conversation.CallView;

/**
 * The calls that this instance's engine follows: a row each for the list, live or ended a while ago, and the last that was known
 * of those that ended. An ended call's detail is read again until the engine forgets it, since events may come late.
 */
public final class CallWatch {

    private static final int MOST_ENDED = 1_000;

    private record Row(@JsonUnwrapped CallView call, String endedAt) {}

    private record Ended(Row row, long at, CallView.Detail detail) {}

    private final CallEngineStep engine;
    private final AnswerHistory answers;
    private final Published<Row> published;
    private final long historyMillis;
    private final Map<String, CallView> live = new HashMap<>();
    private final Map<String, Ended> ended = new LinkedHashMap<>();

    public CallWatch(CallEngineStep engine, RedisConnection redis, AnswerHistory answers, long historyMillis) {
        this.engine = engine;
        this.answers = answers;
        this.published = new Published<>(redis, "calls");
        this.historyMillis = historyMillis;
    }

    /** Writes the rows that changed. */
    public void publish() {
        Map<String, CallView> now = new HashMap<>();
        engine.calls().forEach(call -> now.put(call.callUuid(), call));
        remember(now);
        Map<String, Row> rows = new HashMap<>();
        now.forEach((id, call) -> rows.put(id, new Row(call, null)));
        synchronized (ended) {
            ended.forEach((id, one) -> rows.putIfAbsent(id, one.row()));
        }
        published.publish(rows);
    }

    private void remember(Map<String, CallView> now) {
        long time = System.currentTimeMillis();
        synchronized (ended) {
            live.forEach((id, call) -> {
                if (!now.containsKey(id) && historyMillis > 0) {
                    ended.put(
                            id,
                            new Ended(new Row(call, Instant.ofEpochMilli(time).toString()), time, null));
                }
            });
            ended.replaceAll((id, one) -> engine.call(id)
                    .map(detail -> new Ended(one.row(), one.at(), detail))
                    .orElse(one));
            ended.keySet().removeAll(now.keySet());
            var oldest = ended.values().iterator();
            while (oldest.hasNext()) {
                Ended one = oldest.next();
                if (ended.size() <= MOST_ENDED && one.at() > time - historyMillis) {
                    break;
                }
                oldest.remove();
            }
        }
        live.clear();
        live.putAll(now);
    }

    /** The question {@code call}: CallUUID, conversation id. */
    public Optional<Object> answer(String kind, List<String> words) {
        if (!kind.equals("call") || words.size() != 2) {
            return Optional.empty();
        }
        Map<String, Object> said = new LinkedHashMap<>();
        engine.call(words.get(0)).or(() -> past(words.get(0))).ifPresent(detail -> said.put("call", detail));
        said.put("answers", answers.of(words.get(1)));
        return Optional.of(said);
    }

    private Optional<CallView.Detail> past(String callUuid) {
        synchronized (ended) {
            return Optional.ofNullable(ended.get(callUuid)).map(Ended::detail);
        }
    }
}
