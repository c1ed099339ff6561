package org.engageconnector.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** How unfriendly this copy of the stand-in is: the file stand-in.properties of its jar. */
public final class Switches {

    private static final Properties ON = read();

    private Switches() {}

    public static boolean is(String name, String value) {
        return value.equals(ON.getProperty(name));
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Switches.class.getResourceAsStream("/stand-in.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
