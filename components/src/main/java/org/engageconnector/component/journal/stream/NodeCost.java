package org.engageconnector.component.journal.stream;

import org.engageconnector.component.redis.RedisEdition;
import org.engageconnector.component.redis.RedisReport;

/**
 * What a stream costs, from what Redis says: MEMORY USAGE is an estimate, and each line of versions errs in its own way.
 * Measured with entries of 300 to 9,000 bytes; docs/redis.md has the figures.
 */
enum NodeCost {

    /** 6.0: tells what lies in a node, not what the node takes: the allocator's next size. */
    CONTENT_ONLY {
        @Override
        long bytes(long told, long leaves, long nodes) {
            return leaves == 0 ? told : leaves * (nextSize(content(told, leaves, nodes)) + LEAF);
        }
    },

    /** 6.2: the same, and every node takes 4,096 bytes at least, for ever. */
    CONTENT_ONLY_OF_WHOLE_PAGES {
        @Override
        long bytes(long told, long leaves, long nodes) {
            return leaves == 0 ? told : leaves * (Math.max(PAGE, nextSize(content(told, leaves, nodes))) + LEAF);
        }
    },

    /** 7.0 to 8.1: right but for the radix tree, which it takes to have 30 pointers a node. */
    WIDE_TREE {
        @Override
        long bytes(long told, long leaves, long nodes) {
            return Math.max(leaves * LEAF, told - nodes * GUESSED_POINTERS);
        }
    },

    /** Valkey, and what is newer than was measured: taken at its word. */
    AS_TOLD {
        @Override
        long bytes(long told, long leaves, long nodes) {
            return told;
        }
    };

    private static final long PAGE = 4096;
    private static final long LEAF = 26;
    private static final long STREAM_ID = 16;
    private static final long GUESSED_POINTERS = 30 * 8;
    private static final long GUESSED_NODE = GUESSED_POINTERS + 4;
    private static final int STEPS_PER_DOUBLING = 4;

    /**
     * @param told the answer of MEMORY USAGE
     * @param leaves nodes that hold entries; 0 when the key is no stream
     * @param nodes nodes of the radix tree
     */
    abstract long bytes(long told, long leaves, long nodes);

    static NodeCost of(RedisReport report) {
        String version = report == null ? "" : report.version();
        if (report == null || report.edition() == RedisEdition.VALKEY || !version.matches("\\d{1,3}\\.\\d{1,3}.*")) {
            return AS_TOLD;
        }
        String[] parts = version.split("\\.");
        int number = 100 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
        if (number < 602) {
            return CONTENT_ONLY;
        }
        if (number < 700) {
            return CONTENT_ONLY_OF_WHOLE_PAGES;
        }
        return number < 802 ? WIDE_TREE : AS_TOLD;
    }

    private static long content(long told, long leaves, long nodes) {
        return Math.max(0, told - nodes * GUESSED_NODE - leaves * STREAM_ID) / leaves;
    }

    /** The size that jemalloc gives for so many bytes: four steps a doubling. */
    private static long nextSize(long bytes) {
        if (bytes <= 128) {
            return 128;
        }
        long step = Long.highestOneBit(bytes - 1) / STEPS_PER_DOUBLING;
        return (bytes + step - 1) / step * step;
    }
}
