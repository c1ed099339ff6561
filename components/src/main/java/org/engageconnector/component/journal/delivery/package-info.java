/**
 * The consumer of an outgoing journal: {@code redis-journal:<journal>?orderBy=...}. Keeps order per key, batches late, writes
 * the in-flight record, confirms. It carries verdicts out; what an answer means is decided by a bean of the route. No HTTP
 * and no rules of Genesys Cloud, except which leg an event belongs to.
 */
package org.engageconnector.component.journal.delivery;
