package org.engageconnector.processors.configsync.cloud;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A path with its ids taken out, so that metrics and logs have few of them and hold no data. */
public final class PathLabel {

    private static final Set<String> WORDS = Set.of(
            "api",
            "v2",
            "users",
            "search",
            "externalid",
            "routingskills",
            "bulk",
            "routing",
            "skills",
            "queues",
            "members",
            "wrapupcodes",
            "presence",
            "sources",
            "definitions",
            "primarysource",
            "organizations",
            "me",
            "authorization",
            "divisions",
            "home");

    private PathLabel() {}

    /** The path with a mark in place of every id. */
    public static String of(String path) {
        String plain = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        return Arrays.stream(plain.split("/"))
                .map(segment -> segment.isEmpty() || WORDS.contains(segment) ? segment : "{id}")
                .collect(Collectors.joining("/"));
    }
}
