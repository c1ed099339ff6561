package org.engageconnector.standin;

import com.genesyslab.platform.commons.GEnum;
import com.genesyslab.platform.commons.collections.KeyValueCollection;
import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.voice.protocol.ConnectionId;
import com.genesyslab.platform.voice.protocol.tserver.TimeStamp;
import com.genesyslab.platform.voice.protocol.tserver.events.TServerEvent;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said with a T-Server. */
public final class TServerDialect implements Dialect {

    private static final int REGISTER = 0;
    private static final int ERROR = 52;
    private static final int LINK_CONNECTED = 95;
    private static final int ACK = 138;
    private static final int SECONDS = 86;
    private static final int MICROSECONDS = 87;
    private static final int FOREIGN = 60_000;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "ErrorMessage"),
            Map.entry(2, "ReferenceID"),
            Map.entry(9, "ConnID"),
            Map.entry(10, "PreviousConnID"),
            Map.entry(11, "TransferConnID"),
            Map.entry(13, "CallState"),
            Map.entry(14, "AgentID"),
            Map.entry(16, "AgentWorkMode"),
            Map.entry(17, "Reasons"),
            Map.entry(18, "DNIS"),
            Map.entry(19, "ANI"),
            Map.entry(20, "ThisDN"),
            Map.entry(21, "ThisQueue"),
            Map.entry(23, "ThisDNRole"),
            Map.entry(24, "OtherDN"),
            Map.entry(27, "OtherDNRole"),
            Map.entry(28, "ThirdPartyDN"),
            Map.entry(31, "ThirdPartyDNRole"),
            Map.entry(46, "ErrorCode"),
            Map.entry(47, "AddressType"),
            Map.entry(49, "RegisterMode"),
            Map.entry(50, "ControlMode"),
            Map.entry(51, "UserData"),
            Map.entry(53, "Extensions"),
            Map.entry(54, "CallType"),
            Map.entry(61, "ServerVersion"),
            Map.entry(62, "ServerRole"),
            Map.entry(64, "ApplicationName"),
            Map.entry(76, "CustomerID"),
            Map.entry(114, "Cause"),
            Map.entry(115, "DN"),
            Map.entry(116, "DialedNumber"),
            Map.entry(117, "OriginConnID"),
            Map.entry(118, "RefConnID"),
            Map.entry(119, "Reliability"),
            Map.entry(124, "PartyState"),
            Map.entry(125, "RefParty"),
            Map.entry(126, "CtrlParty"),
            Map.entry(141, "CallUUID"),
            Map.entry(142, "NewCallUUID"),
            Map.entry(143, "OrigCallUUID"),
            Map.entry(144, "RefCallUUID"),
            Map.entry(145, "PartyUUID"),
            Map.entry(146, "ISLinkList"),
            Map.entry(147, "ServerStartTime"),
            Map.entry(148, "EventSequenceNumber"));

    private static final Map<Integer, Class<?>> EVENTS = Events.of(TServerEvent.class);

    private String name = "";
    private String password = "";

    public void name(String clientName) {
        name = clientName;
    }

    public void password(String clientPassword) {
        password = clientPassword;
    }

    @Override
    public Frame register() {
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        attributes.put(0, "tkv/1");
        attributes.put(64, name);
        attributes.put(65, password);
        return new Frame(REGISTER, attributes);
    }

    @Override
    public boolean welcomes(Frame frame) {
        return frame.number() == LINK_CONNECTED;
    }

    @Override
    public String refuses(Frame frame) {
        return frame.number() == ERROR
                ? "refused with error " + frame.attributes().get(46)
                : null;
    }

    @Override
    public boolean showsHandshake() {
        return Switches.is("link-connected", "shown");
    }

    @Override
    public Frame signOfLife() {
        return new Frame(1, Map.of(2, Dialect.SIGN_OF_LIFE));
    }

    @Override
    public Frame request(Message message) {
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        NAMES.forEach((id, attribute) -> {
            Object value = message.all().get(attribute);
            if (value != null) {
                attributes.put(id, value instanceof GEnum number ? number.asInteger() : value);
            }
        });
        return new Frame(message.messageId(), attributes);
    }

    @Override
    public List<Message> messages(Frame frame) {
        if (frame.number() == ACK && Switches.is("acknowledgement", "never")) {
            return List.of();
        }
        if (Dialect.SIGN_OF_LIFE.equals(frame.attributes().get(2))) {
            return List.of();
        }
        Class<?> type = EVENTS.get(frame.number());
        if (type == null) {
            return List.of(new UnknownMessage(frame.number() == REGISTER ? FOREIGN : frame.number()));
        }
        Message message = Events.create(type);
        Map<Integer, Object> attributes = frame.attributes();
        attributes.forEach((id, value) -> {
            String attribute = NAMES.get(id);
            if (attribute != null && !Switches.is("absent", attribute)) {
                put(message, attribute, value);
            }
        });
        if (attributes.get(SECONDS) instanceof Integer seconds) {
            Object micros = attributes.get(MICROSECONDS);
            message.put("Time", new TimeStamp(seconds, micros instanceof Integer number ? number : 0));
        }
        return List.of(message);
    }

    private static void put(Message message, String attribute, Object value) {
        Class<?> wanted = Object.class;
        for (Method method : message.getClass().getMethods()) {
            if (method.getName().equalsIgnoreCase("get" + attribute)) {
                wanted = method.getReturnType();
            }
        }
        Object converted = value;
        if (wanted == ConnectionId.class && value instanceof Long number) {
            converted = new ConnectionId(Long.toHexString(number));
        } else if (wanted == KeyValueCollection.class) {
            converted = Lists.read(value);
        } else if (GEnum.class.isAssignableFrom(wanted) && value instanceof Integer number) {
            converted = GEnum.getValue(wanted, number);
        }
        // what does not fit its attribute is lost, as it is for whoever uses the getter
        if (wanted.isInstance(converted)) {
            message.put(attribute, converted);
        }
    }
}
