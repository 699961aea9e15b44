/** The command line and the control port: starts devices, seats people, plays fault scripts. */
@NullMarked
package caixiang.sim;

import org.jspecify.annotations.NullMarked;
