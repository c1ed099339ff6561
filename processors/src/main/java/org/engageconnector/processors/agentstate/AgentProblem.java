package org.engageconnector.processors.agentstate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why Genesys Cloud does not, or not fully, show what Engage says of an agent. None of them stops another agent. */
public enum AgentProblem {
    STATISTIC_REFUSED(
            "Stat Server refuses a statistic of this agent (error 3: it does not know the agent or the tenant; "
                    + "error 2: it has no statistic of that name); asked for again at every look at the agent list"),
    STATISTIC_INVALID("Stat Server says that the statistic is invalid; the state is kept until it is valid again"),
    NO_USER("no Genesys Cloud user, or no presence source, in the ID map; see config-sync"),
    NO_PRESENCE_DEFINITION("the organisation has no definition of this presence; see the presences in the ID map"),
    EVENT_REFUSED("Genesys Cloud refused the last event, see the dead letters; "
            + "it is sent again with the next thing that Stat Server says of the agent"),
    RECORD_UNREADABLE("the record in Redis could not be read and is set aside; "
            + "what Stat Server says next of the agent is sent whatever it is, and replaces the record"),
    REASON_UNMAPPED("no rule for the not-ready reason; see reasons in config/agent-state-mapping.yaml");

    private final String text;

    AgentProblem(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** The value of the metric's label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<AgentProblem> of(AgentRecord record) {
        Set<AgentProblem> problems = EnumSet.noneOf(AgentProblem.class);
        if (record.unreadable) {
            problems.add(RECORD_UNREADABLE);
        }
        if (record.error != 0) {
            problems.add(STATISTIC_REFUSED);
        }
        if (record.frozen) {
            problems.add(STATISTIC_INVALID);
        }
        if (record.presence != null && record.userId == null) {
            problems.add(NO_USER);
        }
        if (record.refused) {
            problems.add(EVENT_REFUSED);
        } else if (record.presence != record.sentPresence && record.userId != null && !record.frozen) {
            problems.add(NO_PRESENCE_DEFINITION);
        }
        if (record.reasonUnmapped) {
            problems.add(REASON_UNMAPPED);
        }
        return problems;
    }
}
