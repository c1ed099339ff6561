package org.engageconnector.simulators.genesyscloud;

import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;

/** Error answers of the gateway, with the codes of the platform. */
final class StatusFaults {

    private StatusFaults() {}

    /** The answer a fault asks for. */
    static Answer answer(Fault fault, Request request) {
        int status = fault.status();
        if (status == 429) {
            return tooManyRequests(Math.max(1, fault.millis() / 1000), request);
        }
        return problem(status).answer(request.correlationId());
    }

    /** 429 as it is since November 2021, with Retry-After in whole seconds. */
    static Answer tooManyRequests(long seconds, Request request) {
        String message = "Rate limit exceeded the maximum. Retry the request in [" + seconds + "] seconds";
        return new Problem(429, "too.many.requests.retry.after", message)
                .answer(request.correlationId())
                .with("Retry-After", String.valueOf(seconds));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401 -> new Problem(401, "bad.credentials", "Invalid login credentials.");
            case 403 ->
                new Problem(
                        403,
                        "missing.permissions",
                        "Unable to perform the requested action. You are missing the following permission(s)");
            case 404 -> Problem.notFound("resource");
            case 408 -> new Problem(408, "client.timeout", "The client stream timed out");
            case 409 -> new Problem(409, "request.conflict", "The request conflicts with another one");
            case 413 -> new Problem(413, "request.entity.too.large", "Request entity is too large");
            case 502, 503 ->
                new Problem(
                        status,
                        "service.unavailable",
                        "Service Unavailable - The server is currently unavailable (because it is overloaded or down"
                                + " for maintenance).");
            case 504 -> new Problem(504, "request.timeout", "The request timed out.");
            default ->
                status < 500
                        ? new Problem(status, "bad.request", "The request could not be understood by the server")
                        : new Problem(
                                status,
                                "internal.server.error",
                                "The server encountered an unexpected condition which prevented it from fulfilling the"
                                        + " request.");
        };
    }
}
