package org.engageconnector.platformsdk;

import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** Our requests to Stat Servers as the SDK's. Thread-safe. */
final class StatWriter {

    private static final String PACKAGE = "com.genesyslab.platform.reporting.protocol.statserver";
    private static final Need OPEN = Need.toWork("no agent's state can be asked for");
    private static final Need CLOSE =
            Need.orLose("statistics of agents that left stay open until the end of a session");

    private final Call open;
    private final Call openReference;
    private final Call setObject;
    private final Call setMetric;
    private final Call setNotification;
    private final Call object;
    private final Call objectId;
    private final Call objectType;
    private final Call tenant;
    private final Call tenantPassword;
    private final Call metric;
    private final Call statisticType;
    private final Call notification;
    private final Call mode;
    private final Call insensitivity;
    private final Object agent;
    private final Object immediate;
    private final Call close;
    private final Call closeReference;
    private final Call closeStatistic;

    StatWriter(SdkClasses classes) {
        Class<?> opening = classes.type(PACKAGE + ".requests.RequestOpenStatistic", OPEN);
        open = classes.method(opening, "create", OPEN);
        openReference = classes.method(opening, "setReferenceId", OPEN, int.class);
        setObject = classes.method(opening, "setStatisticObject", OPEN, Object.class);
        setMetric = classes.method(opening, "setStatisticMetric", OPEN, Object.class);
        setNotification = classes.method(opening, "setNotification", OPEN, Object.class);
        Class<?> objects = classes.type(PACKAGE + ".StatisticObject", OPEN);
        object = classes.method(objects, "create", OPEN);
        objectId = classes.method(objects, "setObjectId", OPEN, String.class);
        objectType = classes.method(objects, "setObjectType", OPEN, Object.class);
        tenant = classes.method(objects, "setTenantName", OPEN, String.class);
        tenantPassword = classes.method(
                objects, "setTenantPassword", Need.orLose("tenants with a password refuse"), String.class);
        Class<?> metrics = classes.type(PACKAGE + ".StatisticMetric", OPEN);
        metric = classes.method(metrics, "create", OPEN);
        statisticType = classes.method(metrics, "setStatisticType", OPEN, String.class);
        Class<?> notifications = classes.type(PACKAGE + ".Notification", OPEN);
        notification = classes.method(notifications, "create", OPEN);
        mode = classes.method(notifications, "setMode", OPEN, Object.class);
        insensitivity = classes.method(
                notifications, "setInsensitivity", Need.orLose("the server's own insensitivity holds"), int.class);
        agent = constant(classes, "StatisticObjectType", "Agent");
        immediate = constant(classes, "NotificationMode", "Immediate");
        Class<?> closing = classes.type(PACKAGE + ".requests.RequestCloseStatistic", CLOSE);
        close = classes.method(closing, "create", CLOSE);
        closeReference = classes.method(closing, "setReferenceId", CLOSE, int.class);
        closeStatistic = classes.method(closing, "setStatisticId", CLOSE, int.class);
    }

    private static Object constant(SdkClasses classes, String type, String name) {
        Class<?> found = classes.type(PACKAGE + "." + type, OPEN);
        Object value = found == null ? null : EnumNumbers.constant(found, name);
        if (found != null && value == null) {
            classes.lacks(type + "." + name, OPEN);
        }
        return value;
    }

    /**
     * A request as the SDK's.
     *
     * @param statistic the reference of the statistic that is closed, as the SDK knows it
     * @throws UnsupportedOperationException when the SDK has no such request
     */
    Object write(Message ours, int statistic) throws Throwable {
        int reference = ours.integer(StatServerAttribute.REFERENCE_ID, 0);
        if (ours.number() == StatServerMessage.REQUEST_OPEN_STATISTIC) {
            return open(ours, reference);
        } else if (ours.number() == StatServerMessage.REQUEST_CLOSE_STATISTIC && close != null) {
            Object theirs = close.on(null);
            closeStatistic.on(theirs, statistic);
            closeReference.on(theirs, statistic);
            return theirs;
        }
        throw new UnsupportedOperationException("the SDK has no request " + StatServerMessage.name(ours.number()));
    }

    private Object open(Message ours, int reference) throws Throwable {
        Object about = object.on(null);
        objectId.on(about, ours.text(StatServerAttribute.OBJECT_ID));
        objectType.on(about, agent);
        tenant.on(about, ours.text(StatServerAttribute.TENANT_NAME));
        if (tenantPassword != null) {
            tenantPassword.on(about, ours.text(StatServerAttribute.TENANT_PASSWORD));
        }
        Object what = metric.on(null);
        statisticType.on(what, ours.text(StatServerAttribute.STATISTIC_TYPE));
        Object when = notification.on(null);
        mode.on(when, immediate);
        if (insensitivity != null) {
            insensitivity.on(when, ours.integer(StatServerAttribute.INSENSITIVITY, 0));
        }
        Object theirs = open.on(null);
        openReference.on(theirs, reference);
        setObject.on(theirs, about);
        setMetric.on(theirs, what);
        setNotification.on(theirs, when);
        return theirs;
    }
}
