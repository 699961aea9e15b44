package caixiang.station.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** All settings, checked. What is not given has the value in the shipped {@code caixiang.conf}. */
public record Settings(
        DataFolder data,
        StationSettings station,
        SessionSettings session,
        Optional<Path> roster,
        CameraSettings camera,
        PrinterSettings printer,
        CaptureSettings capture,
        PortraitSettings portrait,
        WebSettings web,
        ArchiveSettings archive,
        IdentitySettings identity,
        Optional<SharedSettings> shared) {

    private static final String DEFAULTS = "caixiang/station/config/caixiang.conf";
    private static final String SESSION_ID = "[0-9A-Za-z][0-9A-Za-z-]{0,39}";
    private static final String STATION_NAME = "[0-9A-Za-z][0-9A-Za-z-]{0,15}";
    private static final String CAMERA_PORT = "auto|none|usb:.{1,80}|ptpip:.{1,200}";
    private static final String FINGERPRINT = "([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}";
    private static final String TEMPLATE = "[0-9A-Za-z][0-9A-Za-z.-]{0,39}";

    /**
     * Reads the defaults, then the file, then the overrides; later ones win.
     *
     * @param overrides setting to value, from the command line
     * @throws SettingsException with file, line, value and what is allowed
     */
    public static Settings load(Optional<Path> file, Map<String, String> overrides) throws SettingsException {
        Config defaults = parseDefaults();
        Config own = file.isPresent() ? parse(file.get()) : ConfigFactory.empty();
        Config given = ConfigFactory.parseMap(overrides, "command line");
        SettingsReader.refuseUnknown(own, defaults);
        SettingsReader.refuseUnknown(given, defaults);
        return read(new SettingsReader(given.withFallback(own).withFallback(defaults)));
    }

    private static Config parseDefaults() {
        return ConfigFactory.parseResources(
                Settings.class.getClassLoader(),
                DEFAULTS,
                ConfigParseOptions.defaults().setAllowMissing(false));
    }

    private static Config parse(Path file) throws SettingsException {
        if (!Files.isReadable(file)) {
            throw new SettingsException(file + ": there is no such settings file, or it cannot be read");
        }
        try {
            return ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
        } catch (ConfigException e) {
            // The library's message begins with "file: line:".
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    private static Settings read(SettingsReader in) throws SettingsException {
        return new Settings(
                new DataFolder(in.path("data")),
                new StationSettings(in.text("station.name", STATION_NAME, "1 to 16 letters, digits and hyphens")),
                new SessionSettings(
                        in.optionalText("session.id", SESSION_ID, "1 to 40 letters, digits and hyphens, or empty"),
                        in.optionalText("session.name", ".{1,80}", "at most 80 characters, or empty")),
                in.optionalPath("roster"),
                new CameraSettings(
                        in.text("camera.port", CAMERA_PORT, "auto, none, usb:… or ptpip:HOST[:PORT]"),
                        in.choice("camera.card-retention", CardRetention.class),
                        in.duration("camera.card-keep", Duration.ofHours(1), Duration.ofDays(365))),
                printer(in),
                new CaptureSettings(
                        in.duration("capture.deadline", Duration.ofSeconds(1), Duration.ofSeconds(120)),
                        in.duration("capture.body-press-settling", Duration.ZERO, Duration.ofSeconds(10)),
                        in.bytes("capture.free-space-min", 0, 1L << 42)),
                portrait(in),
                new WebSettings(in.whole("http.port", 0, 65535)),
                new ArchiveSettings(in.optionalPath("archive.second-copy")),
                new IdentitySettings(in.path("identity.key")),
                SharedSettings.read(in));
    }

    private static PrinterSettings printer(SettingsReader in) throws SettingsException {
        return new PrinterSettings(
                in.optionalUri("printer.uri", "ipp", "ipps"),
                in.optionalText("printer.fingerprint", FINGERPRINT, "64 hex digits, with or without colons, or empty"),
                in.choice("printer.names", NameStyle.class),
                new PrinterSettings.SheetSettings(
                        in.yesNo("print.automatic"),
                        in.texts("print.templates", TEMPLATE, "a list of 1 to 8 template names", 8),
                        in.choice("print.order", PrintOrdering.class),
                        in.whole("print.copies-max", 1, 99)));
    }

    private static PortraitSettings portrait(SettingsReader in) throws SettingsException {
        double left = in.fraction("portrait.left");
        double top = in.fraction("portrait.top");
        double width = in.fraction("portrait.width");
        double height = in.fraction("portrait.height");
        in.require(width > 0 && left + width <= 1.000_001, "portrait.width", "more than 0, and left + width at most 1");
        in.require(
                height > 0 && top + height <= 1.000_001, "portrait.height", "more than 0, and top + height at most 1");
        return new PortraitSettings(left, top, width, height, in.whole("portrait.dpi", 150, 1200));
    }
}
