/** The console in a real browser, before a whole site. */
package org.engageconnector.app.console;
