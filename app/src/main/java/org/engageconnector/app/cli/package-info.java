/**
 * The command line: one class per command, each ends with an exit code. Standard output belongs to the command's result,
 * standard error to everything else.
 */
package org.engageconnector.app.cli;
