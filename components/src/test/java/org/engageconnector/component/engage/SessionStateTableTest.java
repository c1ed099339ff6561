package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.background.BackOff;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state and every input, as the table of the package documentation has them. Two members, the session in its first
 * round: so a failure leads to CONNECTING, the other member's turn.
 */
class SessionStateTableTest {

    private static final int PRIMARY = 1;
    private static final int NOT_PRIMARY = 2;
    private static final int REFUSED = 3;
    private static final int ANYTHING = 4;

    private static final String TABLE = """
            input              | STOPPED    | CONNECTING | REGISTERING | UP         | WAITING    | STOPPING
            start              | CONNECTING | .          | .           | .          | .          | .
            opened             | .          | REGISTERING| .           | .          | .          | .
            primary            | .          | .          | UP          | UP         | .          | .
            not primary        | .          | .          | CONNECTING  | CONNECTING | .          | .
            refused            | .          | .          | CONNECTING  | CONNECTING | .          | .
            anything           | .          | .          | .           | .          | .          | .
            closed             | .          | CONNECTING | CONNECTING  | CONNECTING | .          | STOPPED
            bad frame          | .          | .          | CONNECTING  | CONNECTING | .          | STOPPED
            connect timeout    | .          | CONNECTING | .           | .          | CONNECTING | .
            answer timeout     | .          | WAITING    | CONNECTING  | .          | CONNECTING | .
            silence            | .          | CONNECTING | CONNECTING  | CONNECTING | CONNECTING | .
            back-off passed    | .          | .          | .           | .          | CONNECTING | .
            reconnect          | .          | CONNECTING | CONNECTING  | CONNECTING | CONNECTING | .
            stop               | STOPPED    | STOPPED    | STOPPED     | STOPPED    | STOPPED    | .
            """;

    record Row(SessionState state, String input, SessionState next, boolean moves) {}

    static List<Row> rows() {
        List<String[]> lines = TABLE.lines()
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < line.length; column++) {
                SessionState state = SessionState.valueOf(lines.get(0)[column]);
                boolean moves = !line[column].equals(".");
                rows.add(new Row(state, line[0], moves ? SessionState.valueOf(line[column]) : state, moves));
            }
        }
        return rows;
    }

    private final VirtualTimer timer = new VirtualTimer();
    private final SlowToClose transport = new SlowToClose();
    private final List<String> said = new ArrayList<>();
    private final EngageSession session = new EngageSession(
            new SessionSettings(
                    "table",
                    Member.pair("a:1", "b:2", 1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    BackOff.exact(Duration.ofMillis(200), Duration.ofSeconds(10))),
            transport,
            timer,
            new Numbers());

    @ParameterizedTest
    @MethodSource("rows")
    void leadsWhereTheTableSays(Row row) {
        reach(row.state());
        assertThat(session.state()).isEqualTo(row.state());
        int connections = transport.connections;
        input(row.input());
        assertThat(session.state()).isEqualTo(row.next());
        assertThat(transport.open).as("connections at a time").isLessThanOrEqualTo(1);
        if (row.moves() && row.next() == SessionState.CONNECTING) {
            assertThat(transport.connections).isGreaterThan(connections);
        }
        long ups = said.stream().filter("up"::equals).count();
        long downs = said.stream().filter("down"::equals).count();
        assertThat(ups - downs)
                .as("a session that is up is said so, %s", said)
                .isBetween(session.state() == SessionState.UP ? 1L : 0L, session.state() == SessionState.UP ? 2L : 0L);
    }

    private void reach(SessionState state) {
        switch (state) {
            case STOPPED -> {}
            case CONNECTING -> session.start();
            case REGISTERING -> {
                session.start();
                transport.opened();
            }
            case UP -> {
                reach(SessionState.REGISTERING);
                transport.say(PRIMARY);
            }
            case WAITING -> {
                session.start();
                transport.closed();
                transport.closed();
            }
            case STOPPING -> {
                reach(SessionState.UP);
                transport.slow = true;
                session.stop(() -> said.add("stopped"));
            }
            default -> throw new IllegalArgumentException("passed through, not reached: " + state);
        }
    }

    private void input(String input) {
        switch (input) {
            case "start" -> session.start();
            case "opened" -> transport.opened();
            case "primary" -> transport.say(PRIMARY);
            case "not primary" -> transport.say(NOT_PRIMARY);
            case "refused" -> transport.say(REFUSED);
            case "anything" -> transport.say(ANYTHING);
            case "closed", "bad frame" -> transport.closed();
            case "connect timeout" -> timer.advance(Duration.ofSeconds(5), () -> {});
            case "answer timeout" -> timer.advance(Duration.ofSeconds(10), () -> {});
            case "silence" -> timer.advance(Duration.ofSeconds(20), () -> {});
            case "back-off passed" -> timer.advance(Duration.ofMillis(200), () -> {});
            case "reconnect" -> session.reconnect();
            case "stop" -> session.stop(() -> said.add("stopped"));
            default -> throw new IllegalArgumentException(input);
        }
    }

    /** A transport without bytes; closing may take its time. */
    private final class SlowToClose implements EngageTransport {

        private int connections;
        private int open;
        private boolean slow;
        private One current;

        private final class One implements Connection {
            private final Listener listener;
            private boolean closed;

            private One(Listener listener) {
                this.listener = listener;
            }

            @Override
            public void send(Message message) {}

            @Override
            public void read(boolean on) {}

            @Override
            public void close() {
                if (!slow) {
                    end();
                }
            }

            private void end() {
                if (!closed) {
                    closed = true;
                    open--;
                    listener.closed(this, null);
                }
            }
        }

        @Override
        public Connection connect(Member member, Listener listener) {
            connections++;
            open++;
            current = new One(listener);
            return current;
        }

        private void opened() {
            if (current != null && !current.closed) {
                current.listener.opened(current);
            }
        }

        private void say(int number) {
            if (current != null) {
                Message message = Message.of(number).build();
                current.listener.received(current, new TkvFrame(message, Tkv.encode(message)));
            }
        }

        private void closed() {
            if (current != null) {
                current.end();
            }
        }
    }

    /** A protocol whose message numbers are verdicts. */
    private final class Numbers implements SessionProtocol {

        @Override
        public Message register() {
            return Message.of(100).build();
        }

        @Override
        public Message ping() {
            return Message.of(101).build();
        }

        @Override
        public Verdict judge(Message message, boolean registering) {
            return switch (message.number()) {
                case PRIMARY -> Verdict.PRIMARY;
                case NOT_PRIMARY -> Verdict.NOT_PRIMARY;
                case REFUSED -> Verdict.REFUSED;
                default -> Verdict.NONE;
            };
        }

        @Override
        public void up(Member member, Outlet outlet, TkvFrame first) {
            said.add("up");
        }

        @Override
        public void received(TkvFrame frame) {}

        @Override
        public void down() {
            said.add("down");
        }
    }
}
