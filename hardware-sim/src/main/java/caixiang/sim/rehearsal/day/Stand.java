package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi;
import caixiang.sim.rehearsal.link.StudioControl;

/**
 * One camera with everything around it.
 *
 * @param camera from 1
 */
record Stand(
        int camera,
        DayApi station,
        StudioControl studio,
        CameraTrouble trouble,
        PrinterAttendant attendant,
        StationKeeper keeper) {}
