package org.engageconnector.standin;

import com.genesyslab.platform.commons.collections.KeyValueCollection;
import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.reporting.protocol.statserver.AgentStatus;
import com.genesyslab.platform.reporting.protocol.statserver.DnStatus;
import com.genesyslab.platform.reporting.protocol.statserver.DnStatusesCollection;
import com.genesyslab.platform.reporting.protocol.statserver.Notification;
import com.genesyslab.platform.reporting.protocol.statserver.PlaceStatus;
import com.genesyslab.platform.reporting.protocol.statserver.StatisticMetric;
import com.genesyslab.platform.reporting.protocol.statserver.StatisticObject;
import com.genesyslab.platform.reporting.protocol.statserver.StatisticObjectType;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventError;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventInfo;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventServerMode;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventStatisticClosed;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventStatisticInvalid;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventStatisticOpened;
import com.genesyslab.platform.reporting.protocol.statserver.events.EventStatisticValid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said with a Stat Server. */
public final class StatServerDialect implements Dialect {

    private static final int REGISTER = 101;
    private static final int OPEN = 102;
    private static final int CLOSE = 103;
    private static final int ERROR = 1;
    private static final int INFO = 2;
    private static final int MODE = 23;
    private static final int REFERENCE = 10;

    private String name = "";
    private int id;

    public void name(String clientName) {
        name = clientName;
    }

    public void id(int clientId) {
        id = clientId;
    }

    @Override
    public Frame register() {
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        attributes.put(1, "tkv/1");
        attributes.put(2, name);
        attributes.put(3, id);
        return new Frame(REGISTER, attributes);
    }

    @Override
    public boolean welcomes(Frame frame) {
        return frame.number() == MODE;
    }

    @Override
    public String refuses(Frame frame) {
        return frame.number() == ERROR && !frame.attributes().containsKey(REFERENCE)
                ? "refused with error " + frame.attributes().get(20)
                : null;
    }

    @Override
    public boolean showsHandshake() {
        return !Switches.is("server-mode", "never");
    }

    @Override
    public Frame signOfLife() {
        return new Frame(104, Map.of(REFERENCE, Dialect.SIGN_OF_LIFE));
    }

    @Override
    public Frame request(Message message) {
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        Map<String, Object> all = message.all();
        attributes.put(REFERENCE, all.get("StatisticId") == null ? all.get("ReferenceId") : all.get("StatisticId"));
        if (message.messageId() == CLOSE) {
            return new Frame(CLOSE, attributes);
        }
        Map<String, Object> object = ((StatisticObject) all.get("StatisticObject")).all();
        attributes.put(11, object.get("ObjectId"));
        attributes.put(12, object.get("ObjectType") == StatisticObjectType.Agent ? 0 : -1);
        attributes.put(13, object.get("TenantName"));
        attributes.put(14, object.get("TenantPassword"));
        attributes.put(15, ((StatisticMetric) all.get("StatisticMetric")).all().get("StatisticType"));
        attributes.put(16, 0);
        attributes.put(17, ((Notification) all.get("Notification")).all().get("Insensitivity"));
        return new Frame(OPEN, attributes);
    }

    @Override
    public List<Message> messages(Frame frame) {
        Map<Integer, Object> a = frame.attributes();
        if (Dialect.SIGN_OF_LIFE.equals(a.get(REFERENCE))) {
            return List.of();
        }
        Message message =
                switch (frame.number()) {
                    case ERROR -> EventError.create();
                    case INFO -> EventInfo.create();
                    case 3 -> EventStatisticClosed.create();
                    case 9 -> EventStatisticValid.create();
                    case 10 -> EventStatisticInvalid.create();
                    case 22 -> EventStatisticOpened.create();
                    case MODE -> EventServerMode.create();
                    default -> new UnknownMessage(frame.number());
                };
        message.put("ReferenceId", a.get(REFERENCE));
        if (frame.number() == ERROR) {
            message.put("IntValue", a.get(20));
            message.put("StringValue", a.get(21));
        } else if (frame.number() == MODE) {
            if (Switches.is("server-mode", "never")) {
                return List.of();
            }
            message.put("IntValue", a.get(28));
        } else if (frame.number() == INFO) {
            info(message, a);
        }
        return List.of(message);
    }

    private static void info(Message message, Map<Integer, Object> a) {
        KeyValueCollection reasons = Lists.read(a.get(27));
        if (a.get(22) instanceof Integer time) {
            message.put("Timestamp", time);
        }
        Map<String, Object> agent = new HashMap<>();
        agent.put("AgentId", "");
        agent.put("Status", a.get(23) instanceof Integer status ? status : -1);
        agent.put("Time", a.get(24) instanceof Integer time ? time : 0);
        agent.put("LoginId", a.get(25) == null ? "LoggedOut" : a.get(25));
        agent.put("Place", place(a.get(26)));
        if (reasons != null && Switches.is("reasons", "text")) {
            message.put("StringValue", first(reasons));
        } else if (reasons != null && !Switches.is("reasons", "nowhere")) {
            agent.put("Reasons", reasons);
        }
        message.put("StateValue", new AgentStatus(agent));
    }

    private static String first(KeyValueCollection reasons) {
        for (Object pair : reasons) {
            return String.valueOf(((com.genesyslab.platform.commons.collections.KeyValuePair) pair).getValue());
        }
        return null;
    }

    private static PlaceStatus place(Object value) {
        if (!(value instanceof List<?> pairs)) {
            return null;
        }
        Map<String, Object> place = new HashMap<>(fields(pairs));
        List<DnStatus> dns = new ArrayList<>();
        if (place.get("DnStatuses") instanceof List<?> statuses) {
            for (Object one : statuses) {
                dns.add(new DnStatus(fields((List<?>) ((Frame.Pair) one).value())));
            }
        }
        place.put("Status", 0);
        place.put("Time", 0);
        place.put("DnStatuses", new DnStatusesCollection(dns));
        return new PlaceStatus(place);
    }

    private static Map<String, Object> fields(List<?> pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (Object pair : pairs) {
            fields.put(((Frame.Pair) pair).key(), ((Frame.Pair) pair).value());
        }
        return fields;
    }
}
