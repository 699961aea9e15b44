/** Judges a folder of pictures at once: a table for a spreadsheet and a page to look at. */
@NullMarked
package caixiang.station.portrait.check;

import org.jspecify.annotations.NullMarked;
