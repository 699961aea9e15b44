package caixiang.station.doctor;

import java.util.List;

/** Looks at one part of the machine; ends by itself within seconds and changes nothing. */
@FunctionalInterface
interface Check {
    List<Finding> look() throws InterruptedException;
}
