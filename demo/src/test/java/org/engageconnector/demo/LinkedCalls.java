package org.engageconnector.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.play.Stage;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.statserver.AgentState;

/** The site; the first call of each switch is one call, the second ones another, and so on. */
final class LinkedCalls implements Stage {

    private final EngageSite site;
    private final Map<String, Integer> created = new TreeMap<>();

    LinkedCalls(EngageSite site) {
        this.site = site;
    }

    Set<String> links() {
        int most = created.values().stream().mapToInt(count -> count).max().orElse(0);
        Set<String> links = new TreeSet<>();
        for (int n = 1; n <= most; n++) {
            links.add("LINK" + n);
        }
        return links;
    }

    @Override
    public void event(String switchName, Stream stream, Message event, long at) {
        Message said = event;
        if (stream == Stream.CALL && event.number() == TServerMessage.EVENT_CALL_CREATED) {
            Message.Builder message = Message.of(event.number());
            event.attributes().forEach(attribute -> message.with(attribute.id(), attribute.value()));
            said = message.with(
                            TServerAttribute.IS_LINK_LIST,
                            KeyValueList.of("LINK" + created.merge(switchName, 1, Integer::sum), "the other end"))
                    .build();
        }
        site.event(switchName, stream, said, at);
    }

    @Override
    public void state(String employeeId, AgentState state, int serverTime) {
        site.state(employeeId, state, serverTime);
    }
}
