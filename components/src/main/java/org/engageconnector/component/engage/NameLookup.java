package org.engageconnector.component.engage;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Looks names up on threads of its own: the JDK's look-up waits for the name server, and Netty's default one does so on the
 * event loop. Nothing is kept here, so a changed address is seen at the next connection (the JDK keeps one for 30 s).
 */
final class NameLookup extends AddressResolverGroup<InetSocketAddress> {

    private final Executor threads;

    NameLookup(Executor threads) {
        this.threads = threads;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor loop) {
        return new InetSocketAddressResolver(loop, new OffTheLoop(loop));
    }

    private final class OffTheLoop extends InetNameResolver {

        private OffTheLoop(EventExecutor loop) {
            super(loop);
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            threads.execute(() -> {
                try {
                    promise.trySuccess(InetAddress.getByName(name));
                } catch (UnknownHostException e) {
                    promise.tryFailure(e);
                }
            });
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            threads.execute(() -> {
                try {
                    promise.trySuccess(List.of(InetAddress.getAllByName(name)));
                } catch (UnknownHostException e) {
                    promise.tryFailure(e);
                }
            });
        }
    }
}
