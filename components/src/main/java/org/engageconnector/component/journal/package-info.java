/**
 * The Camel component {@code redis-journal:}: journals on Redis Streams, leases, append-once, the step of an owner. All that
 * Redis does in one go is a script beside these classes; docs/redis.md names the keys. The only
 * thing it knows of calls is which leg an event establishes or names ({@code EstablishedLeg}, {@code DeadLegs}).
 */
package org.engageconnector.component.journal;
