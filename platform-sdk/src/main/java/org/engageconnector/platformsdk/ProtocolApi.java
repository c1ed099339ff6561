package org.engageconnector.platformsdk;

import org.engageconnector.transport.TransportSettings;

/** One of the SDK's protocol classes: how it is made and told who we are. */
final class ProtocolApi {

    private final Call make;
    private final Call name;
    private final Call password;
    private final Call id;

    ProtocolApi(SdkClasses classes, String className, Class<?> endpoint) {
        boolean voice = className.contains(".voice.");
        Class<?> type = classes.type(
                className, Need.orLose(voice ? "no SIP Server can be spoken to" : "no Stat Server can be spoken to"));
        make = classes.constructor(
                type,
                Need.orLose("it cannot be made, so no such server can be spoken to"),
                endpoint == null ? Object.class : endpoint);
        name = classes.method(type, "setClientName", Need.orLose("we register without a name"), String.class);
        password = !voice
                ? null
                : classes.method(
                        type, "setClientPassword", Need.orLose("servers that want a password refuse"), String.class);
        id = voice ? null : classes.method(type, "setClientId", Need.orLose("we register without an id"), int.class);
    }

    Object create(Object endpoint, TransportSettings settings) throws Throwable {
        if (make == null) {
            throw new PlatformSdkException("the SDK's folder has no protocol for a " + settings.kind()
                    + "; put voiceprotocol and reportingprotocol there");
        }
        Object protocol = make.on(null, endpoint);
        if (name != null) {
            name.on(protocol, settings.applicationName());
        }
        if (password != null && !settings.password().isEmpty()) {
            password.on(protocol, settings.password());
        }
        if (id != null) {
            id.on(protocol, settings.clientId());
        }
        return protocol;
    }
}
