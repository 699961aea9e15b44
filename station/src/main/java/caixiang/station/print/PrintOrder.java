package caixiang.station.print;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.sheet.Media;
import java.nio.file.Path;

/**
 * One sheet to be printed, at true size.
 *
 * @param jobName ASCII, the same for every attempt, and no other job's
 * @param clearance from the edge of the paper to the nearest picture: a printer's margins may take that much
 */
public record PrintOrder(String jobName, Path pdf, Media media, Length clearance) {}
