/**
 * Carries a plan out: one small class per kind of object, the memory of what was confirmed, the ID map. Every confirmed change
 * is recorded before the next request of its object, so a crash anywhere is repaired by the next run.
 */
package org.engageconnector.processors.configsync.apply;
