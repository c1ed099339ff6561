package org.engageconnector.message;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code tserver:} connection hands over: a frame as it came, or a control entry of its session.
 *
 * @param server the SIP Server pair: the switch's name in the Config DB
 * @param member which of the pair: {@code primary} or {@code backup} of the setting, not the present role
 * @param family {@code vq}, {@code extension} or {@code call}
 * @param instance this process, {@code ex.instance-id}
 * @param startTime the server run (ServerStartTime), seconds since 1970; 0 when the server does not say
 * @param control {@code SessionUp}, {@code ResyncEnd} or {@code SessionDown}; {@code null} for a frame
 * @param message the decoded frame; {@code null} for a control entry
 * @param bytes the frame as it came, its length included; empty for a control entry
 * @param arrivedAt when it was read from the socket, {@link System#nanoTime()}
 */
public record ReceivedFrame(
        String server,
        String member,
        String family,
        String instance,
        int startTime,
        @Nullable String control,
        @Nullable Message message,
        byte[] bytes,
        long arrivedAt) {}
