package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.engageconnector.app.settings.Home;

/**
 * Brings further commands: a jar on the class path names its provider in {@code META-INF/services}. The demo distribution brings
 * {@code demo} and {@code simulate} in this way.
 */
public interface CommandProvider {

    /**
     * The commands: objects that picocli understands, at their leaves {@link ProgramCommand}.
     *
     * @param out belongs to the result of a command
     * @param err takes everything else that a person should see
     */
    List<Object> commands(Home home, PrintStream out, PrintStream err);
}
