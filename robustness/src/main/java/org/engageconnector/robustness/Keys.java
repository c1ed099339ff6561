package org.engageconnector.robustness;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** What a tenant has in Redis. */
final class Keys {

    private Keys() {}

    /** Every key of the tenant, in the order of their names. */
    static List<String> of(World world, String prefix) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        String cursor = "0";
        do {
            String[] lines = world.redis.command("SCAN " + cursor + " COUNT 20").split("\r\n");
            cursor = lines[2];
            for (int i = 4; i < lines.length; i++) {
                if (lines[i].startsWith(prefix) || lines[i].startsWith("ex:")) {
                    keys.add(lines[i]);
                }
            }
        } while (!cursor.equals("0"));
        return List.copyOf(keys);
    }
}
