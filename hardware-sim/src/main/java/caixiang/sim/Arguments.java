package caixiang.sim;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options behind a subcommand: {@code --name value} pairs, each at most once, and nothing else. */
final class Arguments {
    private static final int PORT_MAX = 65_535;

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static Arguments parse(List<String> words, Collection<String> known) throws UsageException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.contains(name)) {
                throw new UsageException("unknown option " + name);
            }
            if (i + 1 == words.size()) {
                throw new UsageException(name + " needs a value");
            }
            if (values.put(name, words.get(i + 1)) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
        return new Arguments(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) throws UsageException {
        return text(name).orElseThrow(() -> new UsageException(name + " is needed"));
    }

    /** The address of an HTTP server. */
    URI address(String name) throws UsageException {
        String text = required(name);
        try {
            URI address = new URI(text);
            if ("http".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, with what is allowed.
        }
        throw new UsageException(name + " must be an address such as http://127.0.0.1:8470/, not " + text);
    }

    int whole(String name, int otherwise, int least, int most) throws UsageException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new UsageException(
                name + " must be a whole number from " + least + " to " + most + ", not " + text.get());
    }

    double decimal(String name, double otherwise, double least, double most) throws UsageException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new UsageException(name + " must be a number from " + least + " to " + most + ", not " + text.get());
    }

    /** A TCP port; 0 asks for any free one. */
    int port(String name) throws UsageException {
        return whole(name, 0, 0, PORT_MAX);
    }

    /** The value among the allowed ones; the first of them when the option is not given. */
    String choice(String name, String... allowed) throws UsageException {
        String value = text(name).orElse(allowed[0]);
        if (!List.of(allowed).contains(value)) {
            throw new UsageException(name + " must be " + String.join(" or ", allowed) + ", not " + value);
        }
        return value;
    }
}
