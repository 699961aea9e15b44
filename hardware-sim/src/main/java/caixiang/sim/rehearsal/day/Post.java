package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.site.StationProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one camera's operator works.
 *
 * @param camera from 1
 * @param studio the control port of the simulated studio
 * @param isCameraSimulated whether the studio's camera is the one that shoots; of a real one nobody knows who sat
 * @param archive the station's archive on the disk
 * @param printed where the simulated printer keeps what it prints; empty when the printer is a real one, or none
 */
public record Post(
        int camera,
        StationProcess station,
        URI studio,
        boolean isCameraSimulated,
        Path archive,
        Optional<Path> printed) {}
