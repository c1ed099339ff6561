package org.engageconnector.simulators.engage.play;

import java.util.List;

/** A scenario bound to agents, queues, ids and times: all that it will make happen. */
record BoundCall(PlayedCall call, List<TimedEvent> events, List<TimedStatus> statuses) {}
