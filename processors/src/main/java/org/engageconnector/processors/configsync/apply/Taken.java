package org.engageconnector.processors.configsync.apply;

import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.CloudException;

/**
 * A name that Genesys Cloud says is taken although no list shows who has it: a list that lags behind an object that was just
 * made, or the name of one that was just deleted. Both pass (docs/config-sync.md#refused-objects).
 */
final class Taken {

    private Taken() {}

    static CloudException byNobodyListed(String request, Answer answer) {
        return CloudException.of(CloudException.Reach.OBJECT_FOR_NOW, request, answer);
    }
}
