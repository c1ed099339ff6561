/** Who is who in a log: as the log itself shows it, as a file says, or as a running connector knows it. */
package org.engageconnector.app.replay.site;
