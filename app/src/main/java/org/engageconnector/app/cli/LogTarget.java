package org.engageconnector.app.cli;

/** Where log lines go while a command runs. */
public enum LogTarget {
    /** Standard output, as in a container. */
    STANDARD_OUTPUT,
    /** A file in the folder for temporary files, since standard output is a result for people and scripts. */
    FILE,
    /** Nowhere: what the command meets is in its result. */
    NOWHERE
}
