/** What the servers of one pair said, kept on disk and put into one order, each event once. */
package org.engageconnector.serverlogs.merge;
