package org.engageconnector.simulators.genesyscloud;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.access.Token;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Answer.End;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.RecordedRequest;

/**
 * The gateway of the platform: faults of the connection, token, quota, size, permission, then the endpoint, then faults of the
 * answer. Everything a client is told passes here and is remembered. Guarded by the simulator's lock.
 */
final class PlatformApi implements Function<Request, Answer> {

    /** {@code request.bytes.max} of the platform. */
    static final int MOST_BYTES = 512_000;

    private final World world;
    private final Router router;
    private final FaultyWay way;

    PlatformApi(World world, Router router) {
        this.world = world;
        this.router = router;
        this.way = new FaultyWay(world.faults);
    }

    @Override
    public Answer apply(Request request) {
        Visit visit = new Visit();
        Answer answer = way.unprocessed(request)
                .orElseGet(() -> way.back(
                        handle(request, visit), request, statusAnswer -> limits(statusAnswer, visit, request)));
        int status = answer.manner().end() == End.WHOLE || answer.manner().end() == End.SLOW ? answer.status() : 0;
        String client = visit.token == null ? "" : visit.token.client().name();
        world.requests.add(new RecordedRequest(
                request.arrivedAt(),
                request.correlationId(),
                client,
                request.method(),
                visit.path,
                status,
                request.body().length,
                visit.offered,
                visit.inWindow));
        return answer;
    }

    private Answer handle(Request request, Visit visit) {
        try {
            if (request.path().equals("/oauth/token")) {
                visit.path = request.path();
                return statusFault(request, fault -> true).orElseGet(() -> world.tokens.login(request));
            }
            return call(request, visit);
        } catch (Problem problem) {
            return problem.answer(request.correlationId());
        }
    }

    private Answer call(Request request, Visit visit) {
        long now = request.arrivedAt();
        Optional<Router.Match> match = router.find(request.method(), request.path());
        match.ifPresent(found -> visit.path = String.join("/", found.route().template()));
        visit.token = world.tokens.check(request);
        Optional<Answer> uncounted = statusFault(request, PlatformApi::takesNoPlace);
        if (uncounted.isPresent()) {
            return uncounted.get();
        }
        boolean admitted = visit.token.quota().admit(now, world.requestsPerMinute.get());
        visit.offered = visit.token.quota().offered(now);
        if (!admitted) {
            long seconds = Math.max(1, visit.token.quota().resetSeconds(now));
            return limits(StatusFaults.tooManyRequests(seconds, request), visit, request);
        }
        visit.inWindow = visit.token.quota().count(now);
        try {
            Answer answer =
                    statusFault(request, fault -> !takesNoPlace(fault)).orElseGet(() -> answer(request, visit, match));
            return limits(answer, visit, request);
        } catch (Problem problem) {
            return limits(problem.answer(request.correlationId()), visit, request);
        }
    }

    private Optional<Answer> statusFault(Request request, Predicate<Fault> fits) {
        return world.faults
                .hit(fault -> fault.kind() == Kind.STATUS && fits.test(fault), request.path(), request.arrivedAt())
                .map(fault -> StatusFaults.answer(fault, request));
    }

    /** A 401 and a 429 take no place in the sliding minute (docs/simulators.md#what-it-answers). */
    private static boolean takesNoPlace(Fault fault) {
        return fault.status() == 401 || fault.status() == 429;
    }

    private Answer answer(Request request, Visit visit, Optional<Router.Match> match) {
        if (request.body().length > MOST_BYTES) {
            throw new Problem(413, "request.entity.too.large", "Request entity is too large");
        }
        Router.Match found = match.orElseThrow(() -> Problem.notFound("resource"));
        checkPermission(found.route().anyPermission(), visit.token, request.arrivedAt());
        return found.route().endpoint().answer(request.with(found.variables()));
    }

    private void checkPermission(Set<String> any, Token token, long now) {
        Set<String> missing = world.faults.missingPermissions(now);
        Set<String> has = token.client().permissions();
        boolean allowed = any.isEmpty()
                || any.stream().anyMatch(one -> !missing.contains(one) && (has.contains("*") || has.contains(one)));
        if (!allowed) {
            String code = any.size() > 1 ? "missing.any.permissions" : "missing.permissions";
            throw new Problem(
                    403,
                    code,
                    "Unable to perform the requested action. You are missing the following permission(s): "
                            + String.join(", ", new TreeSet<>(any)));
        }
    }

    private Answer limits(Answer answer, Visit visit, Request request) {
        if (visit.token == null) {
            return answer;
        }
        long now = request.arrivedAt();
        return answer.with(
                        "inin-ratelimit-count",
                        String.valueOf(visit.token.quota().count(now)))
                .with("inin-ratelimit-allowed", String.valueOf(world.requestsPerMinute.get()))
                .with("inin-ratelimit-reset", String.valueOf(visit.token.quota().resetSeconds(now)));
    }

    /** What becomes known of a request on its way. */
    private static final class Visit {
        private String path = "other";
        private Token token;
        private int offered;
        private int inWindow;
    }
}
