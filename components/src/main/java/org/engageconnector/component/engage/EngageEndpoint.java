package org.engageconnector.component.engage;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** What an operator sees and can do, the same for {@code tserver:} and {@code statserver:}. Attributes may be read on any thread. */
public abstract class EngageEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    protected EngageEndpoint() {}

    protected EngageEndpoint(String uri, DefaultComponent component) {
        super(uri, component);
    }

    /** The links of this endpoint that are open. */
    protected abstract List<? extends EngageLink<?>> openLinks();

    /** The name of a message number; {@code null} for unknown ones. */
    protected abstract String messageName(int number);

    protected abstract EngageConfiguration options();

    @ManagedAttribute(description = "Whether every session of this endpoint is up, its server linked to the switch")
    public boolean isConnected() {
        List<? extends EngageLink<?>> open = openLinks();
        return !open.isEmpty() && open.stream().allMatch(EngageLink::isLive);
    }

    @ManagedAttribute(
            description = "One line per session: state, server and its role, what it watches, last event and its time")
    public List<String> getSessions() {
        return openLinks().stream().map(this::describe).toList();
    }

    @ManagedAttribute(description = "The same for those sessions that are not up")
    public List<String> getSessionsDown() {
        return sessionsDownByServer().values().stream().flatMap(List::stream).toList();
    }

    /** The same by server pair; a pair whose sessions are all up has an empty list. */
    public Map<String, List<String>> sessionsDownByServer() {
        return openLinks().stream()
                .collect(Collectors.groupingBy(
                        EngageLink::server,
                        LinkedHashMap::new,
                        Collectors.filtering(
                                link -> !link.isLive(), Collectors.mapping(this::describe, Collectors.toList()))));
    }

    @ManagedAttribute(
            description = "The role that the server of the first session said last: primary, backup or unknown")
    public String getServerRole() {
        return openLinks().stream().findFirst().map(link -> link.view().role()).orElse("unknown");
    }

    @ManagedAttribute(description = "When a message last came on any session; empty before the first")
    public Date getLastEvent() {
        return openLinks().stream()
                .map(link -> link.view().millis())
                .filter(millis -> millis > 0)
                .max(Long::compare)
                .map(Date::new)
                .orElse(null);
    }

    @ManagedAttribute(description = "How many DNs or statistics the servers report to us")
    public int getWatched() {
        return openLinks().stream().mapToInt(link -> link.view().watched()).sum();
    }

    @ManagedAttribute(description = "How many DNs or statistics the servers refuse")
    public int getRefused() {
        return openLinks().stream().mapToInt(link -> link.view().refused()).sum();
    }

    @ManagedAttribute(description = "Bytes that were accepted and are not handed over yet")
    public long getWaitingBytes() {
        return openLinks().stream().mapToLong(link -> link.intake().bytes()).sum();
    }

    @ManagedOperation(description = "Closes every session of this endpoint and connects again at once")
    public void reconnectNow() {
        openLinks().forEach(EngageLink::reconnect);
    }

    @Override
    public String getServiceUrl() {
        return options().getPrimary();
    }

    @Override
    public String getServiceProtocol() {
        return options().getTransport();
    }

    private String describe(EngageLink<?> link) {
        SessionView view = link.view();
        String name = view.number() < 0 ? "nothing" : messageName(view.number());
        String event = view.millis() == 0
                ? "nothing"
                : (name == null ? "other" : name) + " at " + Instant.ofEpochMilli(view.millis());
        return link.name() + ": " + link.state() + (view.isLinked() ? "" : " without the switch") + ", " + link.member()
                + ", role " + view.role() + ", watches "
                + view.watched() + ", refused " + view.refused() + ", last " + event;
    }
}
