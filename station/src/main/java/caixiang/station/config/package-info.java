/** The settings, read once into records and checked before anything starts. */
@NullMarked
package caixiang.station.config;

import org.jspecify.annotations.NullMarked;
