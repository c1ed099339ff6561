/** P9 and P11: the call engine on one core, its state in memory. */
package org.engageconnector.benchmarks.engine;
