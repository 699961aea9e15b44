package caixiang.station.web;

import caixiang.station.camera.Camera;
import caixiang.station.store.Database;
import java.nio.file.Path;

/**
 * The rooms the pages speak for.
 *
 * @param archive the folder that the files of frames and sheets are named in
 */
public record Rooms(Database database, Camera camera, Path archive) {}
