/**
 * The transport {@code platform-sdk}: the Genesys Platform SDK for Java, whose jars a site owns, as an
 * {@link org.engageconnector.transport.EngageTransport}.
 *
 * <p>Nothing here is compiled against the SDK. {@link org.engageconnector.platformsdk.PlatformSdk} loads the site's folder in a
 * class loader of its own, finds classes, methods and constructors by their names without case and by their number of
 * parameters, and says what is missing. What is sent and received is converted between the SDK's objects and our messages.
 *
 * <h2>Threads</h2>
 *
 * <p>Each connection has one worker, which the SDK gets as its invoker and which does our calls of the SDK. Call-backs may come
 * on any thread; they convert and hop to the session's thread, where everything else happens.
 */
package org.engageconnector.platformsdk;
