/** Log files: which there are, what their headers say, and in which order the segments of one server follow each other. */
package org.engageconnector.serverlogs.files;
