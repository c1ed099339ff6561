package org.engageconnector.component.journal.lease;

import org.engageconnector.component.journal.stream.Partition;

/** Starts and ends the reading of partitions as leases come and go. */
public interface PartitionReaders {

    /** The lease is ours: read, unless that is being done. Returns at once. */
    void begin(Partition partition, Lease lease);

    /** Finish the step at hand and stop; true when that has happened. Returns at once. */
    boolean end(Partition partition);
}
