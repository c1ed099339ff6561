package org.engageconnector.robustness.clock;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/**
 * Makes every class outside the JDK ask {@link SteppedClock} for the time of day: the connector, Camel, Netty, Lettuce, the HTTP
 * client, the log. {@code -javaagent:<jar>=<file with the offset in milliseconds>}.
 */
public final class ClockAgent implements ClassFileTransformer {

    private ClockAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String offsetFile, Instrumentation instrumentation) {
        SteppedClock.follow(Path.of(offsetFile));
        instrumentation.addTransformer(new ClockAgent());
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        boolean ours = name == null || name.startsWith("org/engageconnector/robustness/clock/");
        return loader == null || ours ? null : new ConstantPool(classFile).withSteppedClock();
    }
}
