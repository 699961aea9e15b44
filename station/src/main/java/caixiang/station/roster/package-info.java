/** The people to be photographed, and reading them from spreadsheets. */
@NullMarked
package caixiang.station.roster;

import org.jspecify.annotations.NullMarked;
