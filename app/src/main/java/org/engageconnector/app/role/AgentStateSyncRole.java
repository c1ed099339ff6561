package org.engageconnector.app.role;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.support.RoutePolicySupport;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.tenant.AgentWatch;
import org.engageconnector.app.tenant.AnswerHistory;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.processors.agentstate.AgentStateMapper;
import org.engageconnector.processors.agentstate.EnrichAgents;

/** The wiring of AgentStateSync. */
final class AgentStateSyncRole implements RoleBeans {

    private static final String LEASE = "agent-states";
    /** Presence and routing status wait for each other, so neither may starve the other. */
    private static final double EVEN = 0.5;

    @Override
    public Role role() {
        return Role.AGENT_STATE_SYNC;
    }

    @Override
    public void bind(RoleContext context) {
        EngageComponents.configureStatServer(context);
        StandingLease lease = context.bindAndClose(
                "agentStateOwner",
                new StandingLease(context.redis(), LEASE, StandingLease.LIFETIME, StandingLease.RENEWAL));
        lease.gaugedIn(context.meters());
        // A standby keeps its statistics open, so that a takeover misses nothing, unless the site says otherwise.
        boolean everybody = context.settings().flag("ex.agent-state-sync.standby-statistics");
        if (everybody) {
            // What only the standby hears is lost when an owner without a session keeps the lease.
            EngageSessions sessions = new EngageSessions(context.camel());
            lease.whileAble(() -> sessions.answer().up());
        }
        lease.start();
        AgentStateMapper mapper = context.bind(
                "agentStateMapper",
                new AgentStateMapper(
                        context.settings().text("ex.tenant-id"),
                        context.config().file("agent-state-mapping.yaml"),
                        lease,
                        context.meters(),
                        Clock.systemUTC()));
        context.bind("enrichFromIdMap", new EnrichAgents(context.directory(), AgentStateMapper.DIRECTORY));
        context.bind("agentStateClockFailures", new OneLineAMinute("the clock of the agent states"));
        context.bind("agentStates", new AgentStatesPage(mapper));
        context.readyWithWholeIdMap();
        WithLease ownerOnly = context.bindAndClose("agentStateOwnerOnly", new WithLease(context.camel(), lease));
        context.bind("standbyStatistics", everybody ? new RoutePolicySupport() {} : ownerOnly);
        context.status("agentStates", new AgentStatesReport(lease, mapper));
        AnswerHistory answers = new AnswerHistory(context.historyMillis());
        AgentWatch watch = new AgentWatch(mapper, lease, context.redis(), answers, context.historyMillis());
        context.watch().publish(watch::publish);
        context.watch().answerWith(watch::answer);
        DeliveryWiring.delivering(
                context,
                Map.of(DeliveryPath.PRESENCE.label(), EVEN, DeliveryPath.ROUTING_STATUS.label(), EVEN),
                answers);
    }

    @Override
    public Optional<String> notYet(RoleContext context) {
        return context.configSyncHasRun();
    }
}
