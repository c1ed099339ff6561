package org.engageconnector.message.tkv;

import org.jspecify.annotations.Nullable;

/**
 * The attribute ids of one frame. Ids below 192, which are nearly all, take three longs; the table for the others is made
 * when the first comes, so that a frame of 65,535 ids costs no more per id than a small one.
 */
final class SeenIds {

    private static final int SMALL = 192;
    private static final int ALL = 65_536;

    private long first;
    private long second;
    private long third;
    private long @Nullable [] others;

    /** False when the id was there before. */
    boolean add(int id) {
        long bit = 1L << id;
        if (id < SMALL) {
            return addSmall(id >> 6, bit);
        }
        if (others == null) {
            others = new long[ALL >> 6];
        }
        boolean fresh = (others[id >> 6] & bit) == 0;
        others[id >> 6] |= bit;
        return fresh;
    }

    private boolean addSmall(int word, long bit) {
        boolean fresh;
        switch (word) {
            case 0:
                fresh = (first & bit) == 0;
                first |= bit;
                return fresh;
            case 1:
                fresh = (second & bit) == 0;
                second |= bit;
                return fresh;
            default:
                fresh = (third & bit) == 0;
                third |= bit;
                return fresh;
        }
    }
}
