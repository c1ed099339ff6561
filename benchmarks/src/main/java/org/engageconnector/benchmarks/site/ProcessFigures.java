package org.engageconnector.benchmarks.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of another process. */
final class ProcessFigures {

    private static final double TICKS_PER_SECOND = 100;
    private static final double KIB_PER_MIB = 1024;

    private final Path directory;

    ProcessFigures(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /** Processor time used so far in user and system mode, seconds. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(directory.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // fields 14 and 15 of proc(5), counted from 1; the first two are cut off
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Memory that is resident now, MiB. */
    double residentMiB() throws IOException {
        return status("VmRSS");
    }

    /** The most memory that was ever resident, MiB. */
    double peakResidentMiB() throws IOException {
        return status("VmHWM");
    }

    private double status(String name) throws IOException {
        for (String line : Files.readAllLines(directory.resolve("status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
            }
        }
        throw new IOException(directory + " says nothing of " + name);
    }
}
