/** Print jobs, their ledger and states. */
@NullMarked
package caixiang.station.print;

import org.jspecify.annotations.NullMarked;
