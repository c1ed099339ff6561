package org.engageconnector.app.role;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that something which is tried again by itself failed: one line a minute, without a stack trace. Thread-safe. */
final class OneLineAMinute implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineAMinute.class);
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final String what;
    private final AtomicLong said = new AtomicLong(System.nanoTime() - MINUTE_NANOS);

    OneLineAMinute(String what) {
        this.what = what;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        long last = said.get();
        long now = System.nanoTime();
        if (now - last >= MINUTE_NANOS && said.compareAndSet(last, now)) {
            LOG.warn("{} failed and is tried again: {}", what, exception.getMessage());
        }
    }
}
