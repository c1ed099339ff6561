/**
 * One owner reads a partition in batches, lets the route compute, and commits input, results and state together or not at all.
 */
package org.engageconnector.component.journal.step;
