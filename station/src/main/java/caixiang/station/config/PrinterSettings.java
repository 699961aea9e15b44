package caixiang.station.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where sheets go and which are made.
 *
 * @param uri {@code ipp://} or {@code ipps://}; empty for no printer, sheets are then made and kept only
 * @param automatic whether each filed frame is printed without being asked
 * @param templates names of sheet templates, in the order they are printed
 */
public record PrinterSettings(Optional<URI> uri, NameStyle names, boolean automatic, List<String> templates) {
    public PrinterSettings {
        templates = List.copyOf(templates);
    }
}
