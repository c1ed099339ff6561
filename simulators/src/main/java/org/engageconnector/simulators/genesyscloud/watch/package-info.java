/**
 * For whoever watches: counters, posted events, timelines, faults as JSON under {@code /simulator}, and the page. Read-only but
 * for faults and quota.
 */
package org.engageconnector.simulators.genesyscloud.watch;
