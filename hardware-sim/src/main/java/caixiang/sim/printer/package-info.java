/** The IPP printer: media, states, received documents, what came out as paper. */
@NullMarked
package caixiang.sim.printer;

import org.jspecify.annotations.NullMarked;
