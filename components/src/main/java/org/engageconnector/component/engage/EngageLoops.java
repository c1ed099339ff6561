package org.engageconnector.component.engage;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;

/**
 * The event loops of the Engage components: the shared ones when the registry has a bean {@code engageEventLoops}, else two
 * of their own, from camel-netty's pool builder.
 */
public final class EngageLoops implements AutoCloseable {

    /** The name of the shared loops in the registry. */
    public static final String BEAN = "engageEventLoops";

    private static final int OWN_LOOPS = 2;
    private static final long CLOSE_LIMIT_MILLIS = 2_000;

    private final EventLoopGroup group;
    private final boolean own;

    public EngageLoops(CamelContext context) {
        EventLoopGroup shared = context.getRegistry().lookupByNameAndType(BEAN, EventLoopGroup.class);
        own = shared == null;
        group = own
                ? new NettyWorkerPoolBuilder()
                        .withName("EngageEventLoop")
                        .withWorkerCount(OWN_LOOPS)
                        .build()
                : shared;
    }

    /** The loop of a new session. */
    public EventLoop next() {
        return group.next();
    }

    /** Ends the loops if they are our own, within a time limit. */
    @Override
    public void close() {
        if (own) {
            group.shutdownGracefully(0, CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                    .awaitUninterruptibly(CLOSE_LIMIT_MILLIS);
        }
    }
}
