package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Plays a file of frames in hex against a server: sends what the client says, compares what the server answers. */
final class HexDialogue {

    private HexDialogue() {}

    /** @param onBang what a line that begins with {@code !} makes happen */
    static void play(String file, String address, Runnable onBang) throws IOException {
        String[] parts = address.split(":");
        try (InputStream in = HexDialogue.class.getResourceAsStream(file);
                Socket socket = new Socket(parts[0], Integer.parseInt(parts[1]))) {
            socket.setSoTimeout(5_000);
            int number = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                number++;
                if (line.startsWith("> ")) {
                    socket.getOutputStream().write(HexFormat.of().parseHex(line.substring(2)));
                } else if (line.startsWith("! ")) {
                    onBang.run();
                } else if (line.startsWith("< ")) {
                    assertThat(masked(frame(socket.getInputStream()), line.substring(2)))
                            .as(file + ":" + number)
                            .isEqualTo(line.substring(2));
                }
            }
        }
    }

    private static byte[] frame(InputStream in) throws IOException {
        byte[] length = in.readNBytes(4);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(length);
        frame.write(in.readNBytes(ByteBuffer.wrap(length).getInt()));
        return frame.toByteArray();
    }

    private static String masked(byte[] frame, String pattern) {
        String hex = HexFormat.of().formatHex(frame);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < hex.length(); i++) {
            masked.append(i < pattern.length() && pattern.charAt(i) == '?' ? '?' : hex.charAt(i));
        }
        return masked.toString();
    }
}
