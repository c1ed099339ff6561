package com.genesyslab.platform.voice.protocol.tserver;

/** Seconds and microseconds. */
public class TimeStamp {

    private final int seconds;
    private final int microseconds;

    public TimeStamp(int seconds, int microseconds) {
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    public int getTimeinSecs() {
        return seconds;
    }

    public int getTimeinuSecs() {
        return microseconds;
    }
}
