package caixiang.station.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where sheets go and which are made.
 *
 * @param uri {@code ipp://} or {@code ipps://}; empty for no printer, sheets are then made and kept only
 * @param fingerprint SHA-256 of the certificate that an {@code ipps://} printer signed itself
 */
public record PrinterSettings(Optional<URI> uri, Optional<String> fingerprint, NameStyle names, SheetSettings sheets) {

    /**
     * What is made for each frame.
     *
     * @param automatic whether each filed frame is printed without being asked
     * @param templates names of sheet templates, in the order they are printed
     * @param copiesMax how often one sheet may come out for one number
     */
    public record SheetSettings(boolean automatic, List<String> templates, PrintOrdering ordering, int copiesMax) {
        public SheetSettings {
            templates = List.copyOf(templates);
        }
    }

    public boolean automatic() {
        return sheets.automatic();
    }

    public List<String> templates() {
        return sheets.templates();
    }
}
