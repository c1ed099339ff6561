/**
 * What is measured, and the command that measures it: {@code benchmarks/run [P1 ... P13]}. May know everything; nothing may
 * know it. No test asserts a time.
 */
package org.engageconnector.benchmarks;
