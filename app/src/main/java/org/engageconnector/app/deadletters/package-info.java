/** The dead letters for people: how they are listed and shown. What they are and how they come back is the journal's. */
package org.engageconnector.app.deadletters;
