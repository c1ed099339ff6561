/**
 * Work in the background that does not end in silence: a thread outlives the exceptions of its task, and what fails is counted,
 * logged once, and seen by liveness.
 */
@NullMarked
package org.engageconnector.background;

import org.jspecify.annotations.NullMarked;
