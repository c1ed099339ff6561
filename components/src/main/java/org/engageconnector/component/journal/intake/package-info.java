/**
 * From frames that were read from a server to entries of its partition, each appended once: marks, the ring that is appended
 * again after a lost connection, and the merge of the three families after a pause.
 */
package org.engageconnector.component.journal.intake;
