package org.engageconnector.component.tserver;

/**
 * ReferenceIDs of one connection: 1, 2, 3 ... A server handles the requests of a connection in order, so an answer to a
 * later reference says that a request before it will not be answered any more.
 */
final class References {

    private int last;

    int next() {
        return ++last;
    }
}
