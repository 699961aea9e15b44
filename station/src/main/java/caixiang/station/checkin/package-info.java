/** From a credential (typed, for now) to a confirmed person with a shooting number. */
@NullMarked
package caixiang.station.checkin;

import org.jspecify.annotations.NullMarked;
