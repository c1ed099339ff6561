/**
 * What the organisation should hold, what was last confirmed there, and the ordered changes between the two. Pure: no clock,
 * no input or output; the same arguments always give the same plan.
 */
package org.engageconnector.processors.configsync.plan;
