package caixiang.station.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database that the stations of one site share. The password stands in no text made of this.
 *
 * @param url {@code jdbc:postgresql://HOST[:PORT]/DATABASE}
 * @param reserve how many numbers this station holds for the time when that database cannot be reached
 */
public record SharedSettings(String url, String user, String password, int reserve) {
    private static final String URL = "jdbc:postgresql://[^\\s/?@]{1,200}/[^\\s/?]{1,63}(\\?[^\\s]{1,300})?";
    private static final long PASSWORD_FILE_BYTES_MAX = 1_000;

    /** Empty when the station works alone. */
    static Optional<SharedSettings> read(SettingsReader in) throws SettingsException {
        String url = in.text("shared.url", ".{0,600}", "at most 600 characters");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        // Said without the value: whoever writes a password into the address should not find it in a log as well.
        if (url.matches("(?s).*[?&](?i:password|sslpassword)=.*|(?s).*@.*")) {
            throw new SettingsException("shared.url must not hold a password; write it to shared.password-file");
        }
        in.require(url.matches(URL), "shared.url", "jdbc:postgresql://HOST[:PORT]/DATABASE, or empty");
        String user = in.text("shared.user", ".{1,63}", "the name of a database user");
        return Optional.of(new SharedSettings(url, user, password(in), in.whole("shared.reserve", 1, 500)));
    }

    private static String password(SettingsReader in) throws SettingsException {
        Optional<Path> file = in.optionalPath("shared.password-file");
        String written = in.secret("shared.password");
        if (file.isEmpty()) {
            return written;
        }
        if (!written.isEmpty()) {
            throw new SettingsException("shared.password and shared.password-file are both set; leave one empty");
        }
        try {
            if (Files.size(file.get()) > PASSWORD_FILE_BYTES_MAX) {
                throw new SettingsException("shared.password-file " + file.get() + " is too long for a password");
            }
            return Files.readString(file.get()).strip();
        } catch (IOException e) {
            throw new SettingsException("shared.password-file " + file.get() + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
