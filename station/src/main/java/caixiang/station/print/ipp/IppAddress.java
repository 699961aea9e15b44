package caixiang.station.print.ipp;

import java.net.URI;
import java.net.URISyntaxException;

/** The HTTP address of an {@code ipp} or {@code ipps} URI (RFC 3510 §4, RFC 7472 §4). */
final class IppAddress {
    private static final int IPP_PORT = 631;

    private IppAddress() {}

    /** Throws an IllegalArgumentException for another scheme or a URI without a host. */
    static URI http(URI printer) {
        String scheme = String.valueOf(printer.getScheme());
        String http = switch (scheme) {
            case "ipp" -> "http";
            case "ipps" -> "https";
            default -> throw new IllegalArgumentException("a printer is at ipp:// or ipps://, not " + printer);
        };
        if (printer.getHost() == null) {
            throw new IllegalArgumentException("the printer's address has no host: " + printer);
        }
        int port = printer.getPort() < 0 ? IPP_PORT : printer.getPort();
        String path = printer.getPath().isEmpty() ? "/" : printer.getPath();
        try {
            return new URI(http, null, printer.getHost(), port, path, printer.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a printer's address: " + printer, e);
        }
    }
}
