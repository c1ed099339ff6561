/**
 * The program: its main class. Wiring, command line and the errors people read live in the packages below; no rule of the
 * connector lives here. Source: the command line and settings of docs/configuration.md.
 */
package org.engageconnector.app;
