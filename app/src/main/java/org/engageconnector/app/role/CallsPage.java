package org.engageconnector.app.role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.processors.conversation.CallEngineStep;
import org.engageconnector.processors.conversation.CallView;

/** {@code GET /api/v1/calls} and {@code GET /api/v1/calls/{callUuid}}. */
public final class CallsPage {

    private final CallEngineStep engine;

    CallsPage(CallEngineStep engine) {
        this.engine = engine;
    }

    public void list(Exchange exchange) {
        List<CallView> calls = engine.calls();
        JsonAnswer.write(exchange, 200, Map.of("calls", calls, "total", calls.size()));
    }

    public void show(Exchange exchange) {
        String callUuid = exchange.getMessage().getHeader("callUuid", String.class);
        Optional<CallView.Detail> call = engine.call(callUuid);
        if (call.isPresent()) {
            JsonAnswer.write(exchange, 200, call.get());
        } else {
            JsonAnswer.write(
                    exchange,
                    404,
                    Map.of("code", "not.found", "message", "no call of that CallUUID is remembered here"));
        }
    }
}
