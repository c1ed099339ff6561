/**
 * Who may act: lease records with owner tokens, commits that are refused without the token, and the even spread of partitions
 * over the living instances.
 */
package org.engageconnector.component.journal.lease;
