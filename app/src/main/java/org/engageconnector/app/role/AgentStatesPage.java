package org.engageconnector.app.role;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.processors.agentstate.AgentStateMapper;
import org.engageconnector.processors.agentstate.AgentStateView;

/** {@code GET /api/v1/agents/states}. */
public final class AgentStatesPage {

    private final AgentStateMapper mapper;

    AgentStatesPage(AgentStateMapper mapper) {
        this.mapper = mapper;
    }

    public void show(Exchange exchange) {
        List<AgentStateView> agents = mapper.views().stream()
                .sorted(Comparator.comparing(AgentStateView::employeeId))
                .toList();
        JsonAnswer.write(exchange, 200, Map.of("agents", agents));
    }
}
