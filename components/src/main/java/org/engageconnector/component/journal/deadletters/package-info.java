/**
 * What could not be handled or was refused for good: listed, shown, replayed, dropped, and counted.
 */
package org.engageconnector.component.journal.deadletters;
