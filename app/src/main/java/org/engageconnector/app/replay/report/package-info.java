/** What a replay shows: text, JSON, a page, golden files; numbers of outside parties are hidden unless asked for. */
package org.engageconnector.app.replay.report;
