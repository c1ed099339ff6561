/**
 * Redis Streams as a log: partitions, entries, their order, and changes to them that are made by one script. The ground
 * floor of the journal: it knows no lease and no Camel.
 */
package org.engageconnector.component.journal.stream;
