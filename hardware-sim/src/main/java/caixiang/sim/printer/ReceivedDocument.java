package caixiang.sim.printer;

import java.nio.file.Path;

/**
 * A document as received, byte for byte.
 *
 * @param format MIME media type, as declared or as sensed from the first bytes
 * @param sha256 lower-case hex
 */
record ReceivedDocument(Path file, String format, long bytes, String sha256) {}
