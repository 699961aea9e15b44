/** One person's turn under one number: current, next, skip, recall, retake, chosen frame. Pure rules. */
@NullMarked
package caixiang.station.sitting;

import org.jspecify.annotations.NullMarked;
