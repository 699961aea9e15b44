/** Frame files on disk: whole or absent, never half. */
@NullMarked
package caixiang.station.archive;

import org.jspecify.annotations.NullMarked;
