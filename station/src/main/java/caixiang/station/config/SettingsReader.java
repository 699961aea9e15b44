package caixiang.station.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads single values and says where a wrong one stands. An empty text means "not set" where that is allowed. */
final class SettingsReader {
    private final Config config;

    SettingsReader(Config config) {
        this.config = config;
    }

    /** A key that is not in the defaults is a mistake, most often a misspelling. */
    static void refuseUnknown(Config given, Config defaults) throws SettingsException {
        Set<String> known = new TreeSet<>();
        defaults.entrySet().forEach(entry -> known.add(entry.getKey()));
        for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new SettingsException(where(entry.getValue().origin()) + ": there is no setting "
                        + String.join(".", ConfigUtil.splitPath(entry.getKey())) + "; settings are "
                        + String.join(", ", known));
            }
        }
    }

    String text(String key, String pattern, String allowed) throws SettingsException {
        String value = plain(key, allowed);
        require(value.matches(pattern), key, allowed);
        return value;
    }

    /** A text that is not repeated in a message, whatever is wrong with it. */
    String secret(String key) throws SettingsException {
        try {
            return config.getString(key);
        } catch (ConfigException e) {
            throw new SettingsException(where(config.getValue(key).origin()) + ": " + key + " must be a text");
        }
    }

    Optional<String> optionalText(String key, String pattern, String allowed) throws SettingsException {
        String value = plain(key, allowed);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(key, pattern, allowed));
    }

    List<String> texts(String key, String pattern, String allowed, int countMax) throws SettingsException {
        List<String> values = attempt(key, allowed, () -> config.getStringList(key));
        require(!values.isEmpty() && values.size() <= countMax, key, allowed);
        require(values.stream().allMatch(value -> value.matches(pattern)), key, allowed);
        require(values.stream().distinct().count() == values.size(), key, allowed + ", each once");
        return values;
    }

    Path path(String key) throws SettingsException {
        return optionalPath(key).orElseThrow(() -> wrong(key, "the path of a file or folder"));
    }

    Optional<Path> optionalPath(String key) throws SettingsException {
        String value = plain(key, "a path");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String home = System.getProperty("user.home", ".");
        String full = value.startsWith("~/") ? home + value.substring(1) : value;
        try {
            return Optional.of(Path.of(full).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw wrong(key, "a path this system can write; start with LC_ALL=C.UTF-8 if it holds Chinese characters");
        }
    }

    Optional<URI> optionalUri(String key, String... schemes) throws SettingsException {
        String allowed = "none, or an address that begins with " + String.join(":// or ", schemes) + "://";
        String value = plain(key, allowed);
        if (value.isEmpty() || value.equals("none")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            require(List.of(schemes).contains(scheme) && uri.getHost() != null, key, allowed);
            return Optional.of(uri);
        } catch (IllegalArgumentException e) {
            throw wrong(key, allowed);
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) throws SettingsException {
        List<String> words = new ArrayList<>();
        Arrays.stream(type.getEnumConstants()).forEach(e -> words.add(word(e)));
        String value = plain(key, String.join(" or ", words));
        require(words.contains(value), key, String.join(" or ", words));
        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean yesNo(String key) throws SettingsException {
        return attempt(key, "true or false", () -> config.getBoolean(key));
    }

    int whole(String key, int min, int max) throws SettingsException {
        String allowed = "a whole number from " + min + " to " + max;
        String value = plain(key, allowed);
        try {
            int number = Integer.parseInt(value);
            require(number >= min && number <= max, key, allowed);
            return number;
        } catch (NumberFormatException e) {
            throw wrong(key, allowed);
        }
    }

    double fraction(String key) throws SettingsException {
        String allowed = "a number from 0 to 1";
        double value = attempt(key, allowed, () -> config.getDouble(key));
        require(value >= 0 && value <= 1, key, allowed);
        return value;
    }

    Duration duration(String key, Duration min, Duration max) throws SettingsException {
        String allowed = "a time with its unit from " + min.toMillis() + "ms to " + max.toMillis() + "ms, such as 10s";
        require(plain(key, allowed).matches("[0-9.]+ *[a-z]+"), key, allowed);
        Duration value = attempt(key, allowed, () -> config.getDuration(key));
        require(value.compareTo(min) >= 0 && value.compareTo(max) <= 0, key, allowed);
        return value;
    }

    long bytes(String key, long min, long max) throws SettingsException {
        String allowed = "an amount with its unit, such as 2GiB, at most " + (max >> 30) + "GiB";
        require(plain(key, allowed).matches("[0-9.]+ *[A-Za-z]+"), key, allowed);
        long value = attempt(key, allowed, () -> config.getBytes(key));
        require(value >= min && value <= max, key, allowed);
        return value;
    }

    void require(boolean allowed, String key, String what) throws SettingsException {
        if (!allowed) {
            throw wrong(key, what);
        }
    }

    private String plain(String key, String allowed) throws SettingsException {
        return attempt(key, allowed, () -> config.getString(key)).strip();
    }

    private <T> T attempt(String key, String allowed, Supplier<T> read) throws SettingsException {
        try {
            return read.get();
        } catch (ConfigException e) {
            throw wrong(key, allowed);
        }
    }

    private SettingsException wrong(String key, String allowed) {
        ConfigValue value = config.getValue(key);
        return new SettingsException(
                where(value.origin()) + ": " + key + " is " + value.unwrapped() + " but must be " + allowed);
    }

    private static String where(ConfigOrigin origin) {
        String file = origin.filename() == null ? origin.description() : origin.filename();
        return origin.lineNumber() > 0 && origin.filename() != null ? file + ":" + origin.lineNumber() : file;
    }
}
