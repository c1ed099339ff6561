/** Config-sync end to end: a real Config DB, the route files, a strict Genesys Cloud; Redis is a map that survives a crash. */
package org.engageconnector.app.configsync;
