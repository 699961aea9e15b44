/** The journal in a file beside the database, and the check that compares the two. */
@NullMarked
package caixiang.station.journal;

import org.jspecify.annotations.NullMarked;
