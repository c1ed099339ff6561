package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvFrame;

/**
 * What the SDK does by itself with one kind of server and the session expects to see: registration, roles, signs of life. One
 * per connection, on the session's thread but for {@link #read} and {@link #write}.
 */
interface Face {

    /** What a face can do on its connection. */
    interface Port {

        /** Hands a frame to the session, now; not from within one of the session's calls. */
        void give(TkvFrame frame);

        /** Hands a message to the session, soon. */
        void giveSoon(Message message);

        /** Sends a request to the server. */
        void forward(Message request);

        /** Runs something later, if the connection is there still. */
        void later(Duration delay, Runnable task);

        /** Ends the connection. */
        void end(String reason);
    }

    /** The session sends. */
    void send(Message request, Port port);

    /** The server sent. */
    void received(TkvFrame frame, Port port);

    /** The answer to the registration when the server has refused it. */
    Message refusal();

    /** The attribute that refers to a request. */
    int referenceAttribute();

    /** The SDK's name of it. */
    String referenceName();

    /** A message of the SDK as ours, on any thread; {@code null} for one that nobody knows. */
    Message read(Object theirs, Consumer<String> problems) throws Throwable;

    /**
     * A request as the SDK's, on the worker.
     *
     * @param earlier the SDK's reference of an earlier request that this one is about
     */
    Object write(Message request, int earlier) throws Throwable;

    /** What the session is told when the SDK has no such request; {@code null} for nothing. */
    Message unsupported(Message request);
}
