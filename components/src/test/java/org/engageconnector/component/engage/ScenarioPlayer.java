package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.engageconnector.background.BackOff;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;

/** Plays one scenario against the real session, protocol and pipeline, on virtual time. */
public final class ScenarioPlayer {

    /** The side of the session that a protocol has. */
    public interface Subject {

        SessionProtocol protocol(SessionTimer timer);

        Words words();

        /** Attributes that every message of a server of this kind carries. */
        List<String> always();

        /** What a server that does as docs/protocol.md says answers to a request. */
        List<Message> answers(Message request);

        /** The line {@code scope ...} of a scenario. */
        void scope(List<String> words);

        /** What was handed over, each entry as words, in order; emptied by taking. */
        Deque<List<String>> taken();
    }

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    private final Subject subject;
    private final int faultAt;
    private final VirtualTimer timer = new VirtualTimer();
    private final ScenarioNetwork transport;
    private final EngageSession session;
    private final Map<String, String> variables = new HashMap<>();
    private boolean stopped;
    private boolean faultHappened;
    private ServingSide serving;

    /**
     * A player on a fresh network.
     *
     * @param faultAt where {@code cut-within} cuts its frame, or which answer {@code lose-each} loses, from 0
     */
    public ScenarioPlayer(Subject subject, List<Member> members, ScenarioTransport on, ServerKind kind, int faultAt) {
        this.subject = subject;
        this.transport = on.network(timer, kind);
        // the SDK opens and registers in one step
        Duration connecting = Duration.ofSeconds(on == ScenarioTransport.TKV ? 5 : 15);
        this.faultAt = faultAt;
        BackOff backOff = BackOff.exact(Duration.ofMillis(200), Duration.ofSeconds(10));
        this.session = new EngageSession(
                new SessionSettings("test", members, connecting, Duration.ofSeconds(10), KEEP_ALIVE, backOff),
                transport,
                timer,
                subject.protocol(timer));
    }

    /** Plays it; at the end nothing may be left that the scenario does not speak of. */
    public void play(Scenario scenario) {
        try (transport) {
            playAll(scenario);
        }
    }

    private void playAll(Scenario scenario) {
        for (Scenario.Step step : scenario.steps()) {
            try {
                play(step.on(transport.name()));
                settle();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        scenario.name() + " line " + step.line() + ": " + step.verb() + " "
                                + String.join(" ", step.words()) + "\n" + e.getMessage(),
                        e);
            }
        }
        try {
            nothing();
            stop();
        } catch (AssertionError e) {
            throw new AssertionError(scenario.name() + ", at its end\n" + e.getMessage(), e);
        }
    }

    private void stop() {
        if (serving != null) {
            serving.stop();
        }
        session.stop(() -> stopped = true);
        transport.settle();
        assertThat(stopped).as("stopped at the end").isTrue();
        assertThat(transport.isOpen()).as("connection left open").isFalse();
        assertThat(timer.waiting()).as("tasks that still wait").isZero();
    }

    /** Whether the fault is still to be tried at a later place. */
    public boolean moreFaults() {
        return faultHappened || serving != null && serving.faultHappened();
    }

    private void settle() {
        transport.settle();
        if (serving != null) {
            serving.serve();
        }
    }

    private void play(Scenario.Step step) {
        switch (step.verb()) {
            case "not here" -> {}
            case "start" -> session.start();
            case "scope" -> subject.scope(step.words());
            case "connect" -> {
                expectPending(step.first());
                transport.accept();
            }
            case "refuse" -> {
                expectPending(step.first());
                transport.refuse();
            }
            case "ignore" -> expectPending(step.first());
            case "expect" -> expect(step.words());
            case "send" -> transport.bytes(bytes(step.words()));
            case "cut-within" -> cutWithin(bytes(step.words()));
            case "bytes" -> transport.bytes(HexFormat.of().parseHex(String.join("", step.words())));
            case "cut" -> transport.cut();
            case "reset" -> transport.reset();
            case "wait" -> {
                timer.advance(duration(step.first()), this::settle);
                settle();
            }
            case "half-open" -> transport.halfOpen();
            case "serve" -> {
                transport.serve();
                serving = new ServingSide(transport, timer, subject::answers, faultAt);
            }
            case "lose-each" -> serving.fault(null);
            case "delay-each" -> serving.fault(duration(step.first()));
            case "taken" -> taken(step.words());
            case "among" -> among(step.words());
            case "whatever" -> subject.taken().clear();
            case "nothing" -> nothing();
            case "closed" ->
                assertThat(transport.isOpen()).as("connection open").isFalse();
            case "open" -> assertThat(transport.isOpen()).as("connection open").isTrue();
            case "idle" -> assertThat(transport.pending()).as("connecting to").isNull();
            case "state" -> assertThat(session.state().name()).isEqualTo(step.first());
            case "bad-frame" -> assertThat(transport.badFrames()).last().isEqualTo(step.first());
            case "pause" -> session.read(false);
            case "resume" -> session.read(true);
            case "reading" ->
                assertThat(transport.isReading()).isEqualTo(step.first().equals("yes"));
            case "reconnect" -> session.reconnect();
            case "stop" -> session.stop(() -> stopped = true);
            case "stopped" -> assertThat(stopped).as("stopped").isTrue();
            default -> throw new IllegalArgumentException("no such verb: " + step.verb());
        }
    }

    private void expectPending(String member) {
        assertThat(transport.pending()).as("connecting to").isNotNull();
        assertThat(transport.pending().name()).isEqualTo(member);
    }

    private void cutWithin(byte[] frame) {
        faultHappened = faultAt < frame.length;
        transport.bytes(Arrays.copyOf(frame, Math.min(faultAt, frame.length - 1)));
        transport.cut();
    }

    private void expect(List<String> words) {
        Message request = transport.request();
        assertThat(request).as("a request").isNotNull();
        match(words, subject.words().say(request));
    }

    private void taken(List<String> words) {
        assertThat(subject.taken()).as("something handed over").isNotEmpty();
        match(words, subject.taken().remove());
    }

    /** Something like it was handed over since the last SessionUp, in whatever order. */
    private void among(List<String> words) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> entry : subject.taken()) {
            if (entry.get(0).equals("SessionUp")) {
                all.clear();
            }
            all.add(entry);
        }
        assertThat(all)
                .anyMatch(entry ->
                        entry.get(0).equals(words.get(0)) && entry.containsAll(words.subList(1, words.size())));
    }

    /** The first word is the same; the others are among the actual ones; {@code $name} takes or compares a value. */
    private void match(List<String> expected, List<String> actual) {
        assertThat(actual.get(0)).as("%s", actual).isEqualTo(expected.get(0));
        for (String word : expected.subList(1, expected.size())) {
            int variable = word.indexOf("=$");
            if (variable > 0 && !variables.containsKey(word.substring(variable + 1))) {
                String found = actual.stream()
                        .filter(one -> one.startsWith(word.substring(0, variable + 1)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + word + " in " + actual));
                variables.put(word.substring(variable + 1), found.substring(variable + 1));
            } else {
                assertThat(actual).contains(replace(word));
            }
        }
    }

    private void nothing() {
        assertThat(transport.request())
                .as("a request that the scenario does not expect")
                .isNull();
        assertThat(subject.taken()).as("handed over, not expected").isEmpty();
    }

    private byte[] bytes(List<String> words) {
        List<String> all = new ArrayList<>(words.stream().map(this::replace).toList());
        for (String always : subject.always()) {
            String name = always.substring(0, always.indexOf('=') + 1);
            if (all.stream().noneMatch(word -> word.startsWith(name))) {
                all.add(always);
            }
        }
        return Tkv.encode(subject.words().read(all));
    }

    private String replace(String word) {
        int variable = word.indexOf("=$");
        return variable < 0 ? word : word.substring(0, variable + 1) + variables.get(word.substring(variable + 1));
    }

    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
