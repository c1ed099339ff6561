/**
 * The program: its main class, exit codes and the errors people read. Wiring and command line live in the packages below;
 * no rule of the connector lives here. Source: the command line and settings of docs/configuration.md.
 */
package org.engageconnector.app;
