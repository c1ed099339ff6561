package org.engageconnector.processors.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.engageconnector.background.BackOff;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.journal.DeliveryStoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OAuth token of a role: asked for once however many requests need it, renewed in the background when 80 % of its life
 * are over, asked for again after a 401. A login server that fails is asked again after 1, 2, 4 ... 60 s only.
 *
 * <p>Thread-safe. The token leaves this class only into the HTTP client's own request.
 */
public final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final long SECOND = 1_000_000_000L;
    private static final BackOff BACK_OFF = BackOff.exact(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private record Held(String value, long obtainedAt, long renewAt, long endsAt, boolean afterRefusal) {}

    private final TokenRequest request;
    private final LongSupplier nanoTime;
    private final Executor background;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Held held;
    private volatile boolean refused;
    private long notBefore;
    private int failures;
    private volatile IOException lastFailure;

    /**
     * Makes a holder without a token.
     *
     * @param request asks the login server
     * @param nanoTime monotonic time in nanoseconds
     * @param background runs renewals ahead of expiry
     */
    public Tokens(TokenRequest request, LongSupplier nanoTime, Executor background) {
        this.request = request;
        this.nanoTime = nanoTime;
        this.background = background;
    }

    /** As the other constructor, with a daemon thread for each renewal. */
    public Tokens(TokenRequest request) {
        this(request, System::nanoTime, task -> {
            Thread thread = new Thread(BackgroundFailures.PROCESS.guard("token-renewal", task), "token-renewal");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** A token that is good now; asks for one, or waits for the thread that asks, when there is none. */
    String bearer() throws IOException {
        Held now = held;
        if (usable(now)) {
            if (nanoTime.getAsLong() - now.renewAt >= 0 && renewing.compareAndSet(false, true)) {
                background.execute(this::renew);
            }
            return now.value;
        }
        asking.lock();
        try {
            now = held;
            return usable(now) ? now.value : ask().value;
        } finally {
            asking.unlock();
        }
    }

    private boolean usable(Held token) {
        return token != null && nanoTime.getAsLong() - token.endsAt < 0;
    }

    private void renew() {
        asking.lock();
        try {
            Held now = held;
            if (now == null || nanoTime.getAsLong() - now.renewAt >= 0) {
                ask();
            }
        } catch (IOException e) {
            LOG.warn("The token is good for a while yet but could not be renewed: {}", e.getMessage());
        } finally {
            asking.unlock();
            renewing.set(false);
        }
    }

    private Held ask() throws IOException {
        long now = nanoTime.getAsLong();
        if (lastFailure != null && now - notBefore < 0) {
            throw again(lastFailure);
        }
        try {
            TokenRequest.Granted granted = request.ask();
            long obtained = nanoTime.getAsLong();
            long life = Math.max(SECOND, granted.life().toNanos());
            held = new Held(granted.value(), obtained, obtained + life / 5 * 4, obtained + life, refused);
            refused = false;
            failures = 0;
            lastFailure = null;
            return held;
        } catch (IOException e) {
            long wait = BACK_OFF.delay(failures++).toSeconds();
            long asked = e instanceof LoginBusyException busy ? busy.waitSeconds() : 0;
            notBefore = nanoTime.getAsLong() + Math.max(asked, wait) * SECOND;
            lastFailure = e;
            throw e;
        }
    }

    /** The same failure, without the stack of a thread long gone. */
    private static IOException again(IOException failure) {
        return failure instanceof DeliveryStoppedException
                ? new DeliveryStoppedException(failure.getMessage())
                : new IOException(failure.getMessage(), failure.getCause());
    }

    /** Why no request can leave: there is no token, and the login server gave none when it was asked last. */
    public Optional<String> problem() {
        IOException failure = lastFailure;
        return failure == null || usable(held)
                ? Optional.empty()
                : Optional.of("no token for Genesys Cloud: " + failure.getMessage() + "; it is asked again by itself");
    }

    /**
     * Genesys Cloud answered 401: the token is thrown away.
     *
     * @param sentAt when the refused request left
     * @return true when the refused token was itself got after a 401: a new one does not help
     */
    public boolean refused(long sentAt) {
        Held now = held;
        if (now == null || now.obtainedAt - sentAt > 0) {
            // that request still had an older token
            return false;
        }
        refused = true;
        held = null;
        return now.afterRefusal;
    }

    /** Genesys Cloud took the token: the next 401 is a first one again. */
    public void accepted() {
        Held now = held;
        if (now != null && now.afterRefusal) {
            held = new Held(now.value, now.obtainedAt, now.renewAt, now.endsAt, false);
        }
    }
}
