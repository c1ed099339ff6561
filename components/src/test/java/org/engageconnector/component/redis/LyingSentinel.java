package org.engageconnector.component.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every question for the master with one address, whatever is true. */
public final class LyingSentinel implements AutoCloseable {

    private final ServerSocket server;
    private volatile int named;

    public LyingSentinel(int named) throws IOException {
        this.named = named;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public String url() {
        return "redis-sentinel://127.0.0.1:" + server.getLocalPort() + "/0#journals";
    }

    public void name(int port) {
        named = port;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> answer(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void answer(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int words = Integer.parseInt(line.substring(1));
                StringBuilder question = new StringBuilder();
                for (int i = 0; i < words; i++) {
                    in.readLine();
                    question.append(in.readLine().toLowerCase()).append(' ');
                }
                String port = Integer.toString(named);
                String answer = question.toString().contains("get-master-addr-by-name")
                        ? "*2\r\n$9\r\n127.0.0.1\r\n$" + port.length() + "\r\n" + port + "\r\n"
                        : question.toString().startsWith("ping") ? "+PONG\r\n" : "+OK\r\n";
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "lying-sentinel");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
