/** Brings the commands of the demo distribution to the command line. */
package org.engageconnector.demo.cli;
