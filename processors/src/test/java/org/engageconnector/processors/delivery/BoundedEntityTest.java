package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.Test;

/** Over a socket: an answer that goes on and on is cut off, whether it tells its length or not. */
class BoundedEntityTest {

    @Test
    void an_answer_without_end_is_given_up_and_a_usual_one_is_read() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 600);
        });
        server.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, 600L << 20);
            write(exchange.getResponseBody(), 600);
        });
        server.createContext("/usual", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), 7);
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        HttpClientBuilder builder = HttpClientBuilder.create();
        try (GenesysCloudHttp configurer = new GenesysCloudHttp(url, url, Duration.ofSeconds(60), () -> null)) {
            configurer.configureHttpClient(builder);
            try (CloseableHttpClient client = builder.build()) {
                assertThatThrownBy(() -> length(client, url + "/endless"))
                        .hasMessageContaining("more than 8388608 bytes");
                assertThatThrownBy(() -> length(client, url + "/long")).hasMessageContaining("more than 8388608 bytes");
                assertThat(length(client, url + "/usual")).isEqualTo(7 << 20);
            }
        } finally {
            server.stop(0);
        }
    }

    private static int length(CloseableHttpClient client, String url) throws IOException {
        return client.execute(new HttpGet(url), answer -> EntityUtils.toByteArray(answer.getEntity()).length);
    }

    private static void write(OutputStream body, int megabytes) throws IOException {
        try (body) {
            for (int i = 0; i < megabytes; i++) {
                body.write(new byte[1 << 20]);
            }
        }
    }
}
