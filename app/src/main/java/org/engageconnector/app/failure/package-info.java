/**
 * How a command fails: what was wrong, where it was set, what to do next, and the exit code.
 */
package org.engageconnector.app.failure;
