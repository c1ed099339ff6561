package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.channel.DefaultEventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NameLookupTest {

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void aSlowNameServerDoesNotHoldUpTheEventLoop() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                slow.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (NameLookup names = new NameLookup(threads)) {
            Future<InetSocketAddress> address =
                    names.getResolver(loop).resolve(InetSocketAddress.createUnresolved("localhost", 8000));
            assertThat(loop.submit(() -> "the loop goes on").get(5, TimeUnit.SECONDS))
                    .isNotEmpty();
            assertThat(address.isDone()).isFalse();
            slow.countDown();
            assertThat(address.get(5, TimeUnit.SECONDS).getAddress().isLoopbackAddress())
                    .isTrue();
        }
    }

    @Test
    void aNameThatDoesNotExistIsSaidSo() {
        List<Throwable> causes = new ArrayList<>();
        try (NameLookup names = new NameLookup(threads)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> names.getResolver(loop)
                            .resolve(InetSocketAddress.createUnresolved("no such host.invalid", 8000))
                            .get(10, TimeUnit.SECONDS))
                    .satisfies(refusal -> causes.add(refusal.getCause()));
        }
        assertThat(causes).hasOnlyElementsOfType(UnknownHostException.class);
    }
}
