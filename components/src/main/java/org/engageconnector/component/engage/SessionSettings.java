package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.List;
import org.engageconnector.background.BackOff;
import org.engageconnector.transport.Member;

/**
 * Limits of a session.
 *
 * @param name for logs, such as {@code SIP_Alpha/vq}
 * @param members one or two, in the order in which they are tried
 * @param connectTimeout for TCP and TLS together
 * @param answerTimeout for the answer to the registration and to a sign-of-life request
 * @param keepAlive how long nothing may come before a sign of life is asked for
 */
public record SessionSettings(
        String name,
        List<Member> members,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration keepAlive,
        BackOff backOff) {

    public SessionSettings {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException(name + ": no server is set");
        }
    }
}
