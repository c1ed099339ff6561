package org.engageconnector.platformsdk;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** Our requests to T-Servers as the SDK's: the class is found by its name wherever it is, attributes by their setters. */
final class RequestWriter {

    static final String REQUESTS = "com.genesyslab.platform.voice.protocol.tserver.requests";

    /** How to make a request and fill it. */
    private record Form(Call create, Map<Integer, Call> setters) {}

    private final SdkClasses classes;
    private final SdkValues values;
    private final Map<Integer, Form> forms = new ConcurrentHashMap<>();

    RequestWriter(SdkClasses classes, SdkValues values) {
        this.classes = classes;
        this.values = values;
        need(TServerMessage.REQUEST_REGISTER_ADDRESS, Need.toWork("no DN can be watched"));
        need(TServerMessage.REQUEST_UNREGISTER_ADDRESS, Need.orLose("DNs that leave the scope stay watched"));
        need(TServerMessage.REQUEST_QUERY_SERVER, Need.toWork("the role of a server cannot be asked for"));
        need(
                TServerMessage.REQUEST_START_CALL_MONITORING,
                Need.orLose("calls are told from what extensions and queues say, without parties outside them"));
    }

    private void need(int number, Need need) {
        Form form = form(number);
        if (form == null) {
            classes.lacks(TServerMessage.name(number), need);
        } else {
            forms.put(number, form);
            if (!form.setters().containsKey(TServerAttribute.REFERENCE_ID)) {
                classes.lacks(TServerMessage.name(number) + ".setReferenceID", need);
            }
        }
    }

    /** Whether the SDK has that request. */
    boolean has(int number) {
        return forms.containsKey(number);
    }

    private Form form(int number) {
        String name = TServerMessage.name(number);
        Class<?> type = name == null ? null : classes.anywhere(REQUESTS, name);
        Call create = type == null ? null : SdkClasses.find(type, "create");
        if (create == null) {
            return null;
        }
        Map<Integer, Call> setters = new HashMap<>();
        for (int id = 0; id <= TServerAttribute.EVENT_SEQUENCE_NUMBER; id++) {
            String attribute = TServerAttribute.name(id);
            Call setter = attribute == null ? null : setter(type, attribute);
            if (setter != null) {
                setters.put(id, setter);
            }
        }
        return new Form(create, Map.copyOf(setters));
    }

    private static Call setter(Class<?> type, String attribute) {
        String wanted = "set" + attribute.toLowerCase(Locale.ROOT);
        for (Method method : SdkClasses.methods(type)) {
            if (method.getParameterCount() == 1
                    && method.getName().toLowerCase(Locale.ROOT).equals(wanted)) {
                return SdkClasses.find(type, method.getName(), Object.class);
            }
        }
        return null;
    }

    /**
     * A request as the SDK's.
     *
     * @throws UnsupportedOperationException when the SDK has no such request
     */
    Object write(Message ours) throws Throwable {
        Form form = forms.get(ours.number());
        if (form == null) {
            form = form(ours.number());
            if (form == null) {
                throw new UnsupportedOperationException(
                        "the SDK has no request " + TServerMessage.name(ours.number()) + " (" + ours.number() + ")");
            }
            forms.put(ours.number(), form);
        }
        Object theirs = form.create().on(null);
        for (Message.Attribute attribute : ours.attributes()) {
            Call setter = form.setters().get(attribute.id());
            if (setter != null) {
                setter.on(theirs, values.write(attribute.value(), setter.parameter(0)));
            }
        }
        return theirs;
    }
}
