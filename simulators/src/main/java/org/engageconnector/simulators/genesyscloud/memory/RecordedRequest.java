package org.engageconnector.simulators.genesyscloud.memory;

/**
 * One answered request.
 *
 * @param arrivedAt milliseconds since 1970
 * @param client name of the OAuth client, empty when it was not known
 * @param path path with ids replaced by the names of the variables
 * @param status 0 when the connection was closed, or left open, without an answer
 * @param offered requests of its token in the sliding minute, those refused with 429 included
 * @param inWindow admitted requests of its token in the sliding minute, this one included; 0 when it was not admitted
 */
public record RecordedRequest(
        long arrivedAt,
        String correlationId,
        String client,
        String method,
        String path,
        int status,
        int bytes,
        int offered,
        int inWindow) {}
