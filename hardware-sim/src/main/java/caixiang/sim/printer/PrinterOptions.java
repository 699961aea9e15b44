package caixiang.sim.printer;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a simulated printer is set up.
 *
 * @param port TCP port on the loopback address; 0 takes any free one
 * @param outputFolder where documents and {@code paper.jsonl} are kept; made if absent
 * @param name printer-name and printer-info, at most 127 characters (RFC 8011 §5.4.4)
 */
public record PrinterOptions(int port, Path outputFolder, String name, PrinterModel model) {
    private static final int NAME_CHARACTERS_MAX = 127;
    private static final int PORT_MAX = 65_535;

    public PrinterOptions {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw new IllegalArgumentException("name must have 1 to 127 characters");
        }
    }

    /** A plain machine; one sheet of paper takes {@code sheetTime}. */
    public PrinterOptions(int port, Path outputFolder, String name, Duration sheetTime) {
        this(port, outputFolder, name, PrinterModel.plain(sheetTime));
    }
}
