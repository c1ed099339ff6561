/** P8: what two connections of Engage events reach on their way into the journal, against a bare Redis client. */
package org.engageconnector.benchmarks.intake;
