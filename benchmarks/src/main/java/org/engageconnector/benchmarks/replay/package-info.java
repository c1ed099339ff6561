/** P17: a SIP Server's log through reader and call engine, against a bare scan of its lines; memory for ten gigabytes. */
package org.engageconnector.benchmarks.replay;
