/** Reads every file of both copies of an archive, compares it with its sidecar, and heals what has a good copy. */
@NullMarked
package caixiang.station.archive.check;

import org.jspecify.annotations.NullMarked;
