/** P7: the codec against a hand loop over the same bytes. */
package org.engageconnector.benchmarks.codec;
