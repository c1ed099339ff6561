package org.engageconnector.simulators.genesyscloud;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.engageconnector.simulators.genesyscloud.access.Token;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Answer.End;
import org.engageconnector.simulators.genesyscloud.http.Answer.Manner;
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

    private static final Set<Kind> UNPROCESSED = Set.of(Kind.CLOSE, Kind.RESET, Kind.HALF_OPEN);
    private static final Set<Kind> PROCESSED = Set.of(
            Kind.STATUS_AFTER,
            Kind.DELAY,
            Kind.LOSE_ANSWER,
            Kind.RESET_ANSWER,
            Kind.CUT_ANSWER,
            Kind.SILENCE,
            Kind.SLOW);

    private final World world;
    private final Router router;

    PlatformApi(World world, Router router) {
        this.world = world;
        this.router = router;
    }

    @Override
    public Answer apply(Request request) {
        Visit visit = new Visit();
        Answer answer;
        Optional<Fault> broken = world.faults.hit(UNPROCESSED, request.path(), request.arrivedAt());
        if (broken.isPresent()) {
            answer = Answer.noContent()
                    .in(new Manner(
                            0,
                            switch (broken.get().kind()) {
                                case CLOSE -> End.CLOSED;
                                case RESET -> End.RESET;
                                default -> End.SILENT;
                            }));
        } else {
            answer = onItsWay(handle(request, visit), request, visit);
        }
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
            Optional<Fault> fault = world.faults.hit(Set.of(Kind.STATUS), request.path(), request.arrivedAt());
            if (request.path().equals("/oauth/token")) {
                visit.path = request.path();
                return fault.isPresent() ? StatusFaults.answer(fault.get(), request) : world.tokens.login(request);
            }
            return call(request, visit, fault);
        } catch (Problem problem) {
            return problem.answer(request.correlationId());
        }
    }

    private Answer call(Request request, Visit visit, Optional<Fault> fault) {
        visit.token = world.tokens.check(request);
        Optional<Router.Match> match = router.find(request.method(), request.path());
        match.ifPresent(found -> visit.path = String.join("/", found.route().template()));
        if (fault.filter(one -> one.status() == 401 || one.status() == 429).isPresent()) {
            return StatusFaults.answer(fault.get(), request);
        }
        int allowed = world.requestsPerMinute.get();
        boolean admitted = visit.token.quota().admit(request.arrivedAt(), allowed);
        visit.offered = visit.token.quota().offered(request.arrivedAt());
        if (!admitted) {
            long seconds = Math.max(1, visit.token.quota().resetSeconds(request.arrivedAt()));
            return limits(StatusFaults.tooManyRequests(seconds, request), visit, request);
        }
        visit.inWindow = visit.token.quota().count(request.arrivedAt());
        try {
            return limits(
                    fault.isPresent() ? StatusFaults.answer(fault.get(), request) : answer(request, visit, match),
                    visit,
                    request);
        } catch (Problem problem) {
            return limits(problem.answer(request.correlationId()), visit, request);
        }
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

    private Answer onItsWay(Answer answer, Request request, Visit visit) {
        Optional<Fault> fault = world.faults.hit(PROCESSED, request.path(), request.arrivedAt());
        if (fault.isEmpty()) {
            return answer;
        }
        Fault one = fault.get();
        return switch (one.kind()) {
            case STATUS_AFTER -> limits(StatusFaults.answer(one, request), visit, request);
            case LOSE_ANSWER -> answer.in(new Manner(one.millis(), End.CLOSED));
            case RESET_ANSWER -> answer.in(new Manner(one.millis(), End.RESET));
            case CUT_ANSWER -> answer.in(new Manner(one.millis(), End.CUT));
            case SILENCE -> answer.in(new Manner(0, End.SILENT));
            case SLOW -> answer.in(new Manner(one.millis(), End.SLOW));
            default -> answer.in(new Manner(one.millis(), End.WHOLE));
        };
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
