package org.engageconnector.app.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;

/** Kills config-sync around one request: from then on nothing it does reaches Redis or Genesys Cloud. */
final class KillSwitch implements GenesysCloudApi {

    private final GenesysCloudApi cloud;
    private long at = Long.MAX_VALUE;
    private boolean afterwards;
    private long requests;
    private long atWrite = Long.MAX_VALUE;
    private long writes;
    private boolean dead;
    private Runnable rival = () -> {};

    KillSwitch(GenesysCloudApi cloud) {
        this.cloud = cloud;
    }

    /**
     * @param request which one, counted from 0
     * @param answered true to die when it was carried out, before its answer is read; false to die before it leaves
     */
    void arm(long request, boolean answered) {
        at = request;
        afterwards = answered;
        requests = 0;
        dead = false;
    }

    /** To die just before it writes to Redis for the nth time, counted from 0. */
    void armAtWrite(long write) {
        disarm();
        atWrite = write;
    }

    /** To be told of every write before it is made. */
    synchronized void write() {
        alive();
        dead = writes++ == atWrite;
        alive();
    }

    void disarm() {
        at = Long.MAX_VALUE;
        atWrite = Long.MAX_VALUE;
        writes = 0;
        requests = 0;
        dead = false;
    }

    /** Somebody else who acts just before each of our PATCHes. */
    void rival(Runnable somebody) {
        rival = somebody;
    }

    synchronized boolean fired() {
        return dead;
    }

    synchronized void alive() {
        if (dead) {
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public synchronized Answer request(String method, String path, JsonNode body) {
        alive();
        if (requests++ == at) {
            if (afterwards) {
                cloud.request(method, path, body);
            }
            dead = true;
        }
        alive();
        if (method.equals("PATCH")) {
            rival.run();
        }
        return cloud.request(method, path, body);
    }
}
