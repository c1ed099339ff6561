package org.engageconnector.robustness.clock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The constant pool of a class file: calls of the system's clock are turned to {@link SteppedClock} by naming another class in
 * the entries of those methods. Code and everything else stay as they are. Source: Java Virtual Machine Specification, 4.4.
 */
final class ConstantPool {

    private static final String CLOCK = "org/engageconnector/robustness/clock/SteppedClock";
    private static final int COUNT_AT = 8;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;

    private final ByteBuffer bytes;
    private final int[] at;
    private final int end;

    ConstantPool(byte[] classFile) {
        bytes = ByteBuffer.wrap(classFile.clone());
        at = new int[u2(COUNT_AT)];
        int position = COUNT_AT + 2;
        for (int i = 1; i < at.length; i++) {
            at[i] = position;
            int tag = bytes.get(position);
            position += 1 + length(tag, position);
            // a long or a double takes two places
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
        end = position;
    }

    private int length(int tag, int position) {
        return switch (tag) {
            case UTF8 -> 2 + u2(position + 1);
            case 5, 6 -> 8;
            case CLASS, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> 4;
        };
    }

    /** The changed class file; null when it never asks for the time of day. */
    byte[] withSteppedClock() {
        List<Integer> methods = new ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            if (at[i] > 0 && bytes.get(at[i]) == METHOD && asksForTime(at[i])) {
                methods.add(at[i]);
            }
        }
        if (methods.isEmpty()) {
            return null;
        }
        methods.forEach(method -> bytes.putShort(method + 1, (short) (at.length + 1)));
        byte[] name = CLOCK.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer changed = ByteBuffer.allocate(bytes.capacity() + 6 + name.length);
        changed.put(bytes.array(), 0, end);
        changed.put((byte) UTF8).putShort((short) name.length).put(name);
        changed.put((byte) CLASS).putShort((short) at.length);
        changed.put(bytes.array(), end, bytes.capacity() - end);
        changed.putShort(COUNT_AT, (short) (at.length + 2));
        return changed.array();
    }

    private boolean asksForTime(int method) {
        String owner = text(u2(at[u2(method + 1)] + 1));
        int nameAndType = at[u2(method + 3)];
        String call = owner + "." + text(u2(nameAndType + 1)) + text(u2(nameAndType + 3));
        return call.equals("java/lang/System.currentTimeMillis()J")
                || call.equals("java/time/Instant.now()Ljava/time/Instant;");
    }

    private String text(int index) {
        int position = at[index];
        return new String(bytes.array(), position + 3, u2(position + 1), StandardCharsets.UTF_8);
    }

    private int u2(int position) {
        return bytes.getShort(position) & 0xFFFF;
    }
}
