package org.engageconnector.platformsdk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;
import org.engageconnector.transport.TransportSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections of the SDK: how they are made, opened, used and closed. Thread-safe. */
final class ChannelApi {

    private static final String COMMONS = "com.genesyslab.platform.commons";
    private static final Logger LOG = LoggerFactory.getLogger(ChannelApi.class);
    private static final String DEFAULT_ENCODING_KEY = "string-attributes-encoding";

    /** What a connection says; on any thread. */
    interface Heard {

        void opened();

        /** @param failed the error call-back said it, and not the closed one */
        void ended(Throwable cause, boolean failed);

        void message(Object message);

        /** Nothing of the channel is left. */
        void gone();
    }

    private final SdkClasses classes;
    private final AddpSettings addp;
    private final Class<?> invoker;
    private final Class<?> handler;
    private final Class<?> listener;
    private final Call configuration;
    private final Call setOption;
    private final Call useAddp;
    private final Call addpClient;
    private final Call addpServer;
    private final Call endpoint;
    private final Call secureEndpoint;
    private final Call setTimeout;
    private final Call setInvoker;
    private final Call setHandler;
    private final Call addListener;
    private final Call open;
    private final Call close;
    private final Call send;
    private final Call state;
    private final String encodingKey;
    private final Map<ServerKind, ProtocolApi> protocols;

    ChannelApi(SdkClasses classes, Class<?> message, AddpSettings addp) {
        this.classes = classes;
        this.addp = addp;
        String protocol = COMMONS + ".protocol.";
        Class<?> channel = classes.type(protocol + "ClientChannel", Need.ALWAYS);
        Class<?> options = classes.type(COMMONS + ".connection.configuration.PropertyConfiguration", Need.ALWAYS);
        Class<?> end = classes.type(protocol + "Endpoint", Need.ALWAYS);
        invoker = classes.type(COMMONS + ".threading.AsyncInvoker", Need.ALWAYS);
        handler = classes.type(protocol + "MessageHandler", Need.ALWAYS);
        listener = classes.type(protocol + "ChannelListener", Need.ALWAYS);
        configuration = classes.constructor(options, Need.ALWAYS);
        setOption = classes.method(options, "setOption", Need.ALWAYS, String.class, String.class);
        Need alive = Need.orLose("a server that dies without a word is noticed late: there is no ADDP");
        useAddp = classes.method(options, "setUseAddp", alive, boolean.class);
        addpClient = classes.method(options, "setAddpClientTimeout", alive, int.class);
        addpServer = classes.method(options, "setAddpServerTimeout", alive, int.class);
        endpoint = classes.constructor(
                end, Need.ALWAYS, String.class, String.class, int.class, options == null ? Object.class : options);
        secureEndpoint = classes.constructor(
                end,
                Need.orLose("TLS cannot be used"),
                String.class,
                String.class,
                int.class,
                options == null ? Object.class : options,
                boolean.class,
                SSLContext.class,
                Object.class);
        setTimeout = classes.method(channel, "setTimeout", Need.orLose("the SDK's own time limit holds"), int.class);
        setInvoker = classes.method(
                channel,
                "setInvoker",
                Need.orLose("all connections share one thread of the SDK"),
                invoker == null ? Object.class : invoker);
        setHandler =
                classes.method(channel, "setMessageHandler", Need.ALWAYS, handler == null ? Object.class : handler);
        addListener =
                classes.method(channel, "addChannelListener", Need.ALWAYS, listener == null ? Object.class : listener);
        open = classes.method(channel, "beginOpen", Need.ALWAYS);
        close = classes.method(channel, "beginClose", Need.ALWAYS);
        send = classes.method(channel, "send", Need.ALWAYS, message == null ? Object.class : message);
        state = classes.method(
                channel, "getState", Need.orLose("an error that ends no connection cannot be told from one that does"));
        encodingKey = encodingKey(classes);
        protocols = Map.of(
                ServerKind.T_SERVER,
                new ProtocolApi(classes, "com.genesyslab.platform.voice.protocol.TServerProtocol", end),
                ServerKind.STAT_SERVER,
                new ProtocolApi(classes, "com.genesyslab.platform.reporting.protocol.StatServerProtocol", end));
    }

    private static String encodingKey(SdkClasses classes) {
        Class<?> keys = classes.find(COMMONS + ".connection.Connection");
        Object key = keys == null ? null : EnumNumbers.constant(keys, "STR_ATTR_ENCODING_NAME_KEY");
        return key instanceof String text ? text : DEFAULT_ENCODING_KEY;
    }

    /** Whether a version that answers only by ADDP can be believed to be alive. */
    boolean hasAddp() {
        return useAddp != null && addp.on();
    }

    /** A connection that is not open yet. */
    Object channel(TransportSettings settings, Member member, Heard heard, Executor worker) throws Throwable {
        Object options = configuration.on(null);
        setOption.on(options, encodingKey, settings.encoding().name());
        if (hasAddp()) {
            useAddp.on(options, true);
            if (addpClient != null && addpServer != null) {
                addpClient.on(options, addp.clientSeconds());
                addpServer.on(options, addp.serverSeconds());
            }
        }
        Object channel = protocols.get(settings.kind()).create(endpoint(settings, member, options), settings);
        if (setTimeout != null) {
            setTimeout.on(
                    channel,
                    settings.connectTimeout().plus(settings.answerTimeout()).toMillis());
        }
        if (setInvoker != null) {
            setInvoker.on(channel, proxy(invoker, (proxy, method, arguments) -> {
                if (method.getName().equals("invoke")) {
                    worker.execute((Runnable) arguments[0]);
                }
                return null;
            }));
        }
        setHandler.on(channel, proxy(handler, (proxy, method, arguments) -> {
            heard.message(arguments[0]);
            return null;
        }));
        addListener.on(channel, proxy(listener, (proxy, method, arguments) -> {
            switch (method.getName().toLowerCase(Locale.ROOT)) {
                case "onchannelopened" -> heard.opened();
                case "onchannelclosed" -> heard.ended(cause(arguments[0]), false);
                case "onchannelerror" -> heard.ended(cause(arguments[0]), true);
                default -> {}
            }
            return null;
        }));
        return channel;
    }

    private Object endpoint(TransportSettings settings, Member member, Object options) throws Throwable {
        String name = "engage-connector-" + member.name();
        String host = member.host().replaceAll("^\\[|]$", "");
        if (settings.tls() == null) {
            return endpoint.on(null, name, host, member.port(), options);
        }
        if (secureEndpoint == null) {
            throw new PlatformSdkException(
                    "this version of the SDK cannot be given TLS; use a newer one, or switch ex.engage.tls off");
        }
        return secureEndpoint.on(
                null, name, host, member.port(), options, true, settings.tls().apply(member), null);
    }

    private static Throwable cause(Object event) {
        Call getter = event == null ? null : SdkClasses.find(event.getClass(), "getCause");
        try {
            return getter != null && getter.on(event) instanceof Throwable cause ? cause : null;
        } catch (Throwable unreadable) {
            return null;
        }
    }

    /** An object of ours as one of theirs. Nothing that is thrown here reaches the SDK. */
    private Object proxy(Class<?> type, InvocationHandler body) {
        return Proxy.newProxyInstance(classes.loader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "engage-connector " + type.getSimpleName();
                };
            }
            try {
                return body.invoke(proxy, method, arguments);
            } catch (Throwable ours) {
                LOG.error("a call-back of the Platform SDK failed in {}", method.getName(), ours);
                return null;
            }
        });
    }

    void open(Object channel) throws Throwable {
        open.on(channel);
    }

    void close(Object channel) throws Throwable {
        close.on(channel);
    }

    void send(Object channel, Object message) throws Throwable {
        send.on(channel, message);
    }

    /** Whether the channel says that it is closed. */
    boolean isClosed(Object channel) {
        try {
            return state != null && "Closed".equalsIgnoreCase(String.valueOf(state.on(channel)));
        } catch (Throwable unreadable) {
            return false;
        }
    }

    /** Whether the channel says that it is open; true when it does not say. */
    boolean isOpen(Object channel) {
        try {
            return state == null || "Opened".equalsIgnoreCase(String.valueOf(state.on(channel)));
        } catch (Throwable unreadable) {
            return true;
        }
    }
}
