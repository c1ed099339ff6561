/** Holds the walls between modules and packages. */
package org.engageconnector.walls;
