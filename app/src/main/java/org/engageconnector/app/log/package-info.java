/** What a log line carries beside its message. Layout: {@code config/log4j2.xml} and {@code engage-log.json}. */
package org.engageconnector.app.log;
