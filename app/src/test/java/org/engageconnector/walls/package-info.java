/** What holds the walls of the house: who may know whom, how HTTP leaves, how big files grow. */
package org.engageconnector.walls;
