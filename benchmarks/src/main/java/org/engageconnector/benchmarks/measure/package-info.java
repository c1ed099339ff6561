/** What every measure shares: its figures, goals, the machine it ran on, and JMH. */
package org.engageconnector.benchmarks.measure;
