package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** Which redis-server a run uses. */
final class RedisExecutable {

    private RedisExecutable() {}

    /** @param wanted {@code 6.2}, {@code 7.0} or the path of a redis-server */
    static String of(Path home, String wanted) throws IOException {
        return switch (wanted) {
            case "7.0" -> RedisExecProvider.defaultProvider().get().getAbsolutePath();
            case "6.2" -> unpacked(home.resolve("robustness/target/redis-6.2"));
            default -> {
                if (!Files.isExecutable(Path.of(wanted))) {
                    throw new IllegalArgumentException(
                            "--redis takes 6.2, 7.0 or the path of a redis-server, not " + wanted);
                }
                yield wanted;
            }
        };
    }

    /** The build unpacks those of several systems. */
    private static String unpacked(Path folder) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").contains("aarch64") ? "arm64" : "amd64";
        try (Stream<Path> files = Files.list(folder)) {
            Path found = files.filter(file -> file.toString().endsWith(system + "-" + machine))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no redis-server 6.2 for " + system + " " + machine));
            if (!found.toFile().setExecutable(true)) {
                throw new IOException("cannot be made executable: " + found);
            }
            return found.toAbsolutePath().toString();
        }
    }
}
