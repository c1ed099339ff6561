/**
 * The settings: one described list ({@link org.engageconnector.app.settings.KnownSettings}) that feeds defaults, checks,
 * error texts and docs/configuration.md, and the reader that joins files and environment. Nothing here opens a connection.
 */
package org.engageconnector.app.settings;
