package caixiang.station.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole lines of a file. A line without its end is left out: it was being written. */
final class JournalLines {
    private JournalLines() {}

    /** To be closed; a file that cannot be read ends it with {@link UncheckedIOException}. */
    static Stream<String> of(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        return Stream.generate(() -> next(reader))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .onClose(() -> {
                    try {
                        reader.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Optional<String> next(BufferedReader reader) {
        StringBuilder line = new StringBuilder();
        try {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                if (character == '\n') {
                    return Optional.of(line.toString());
                }
                if (line.length() > JournalLine.BYTES_MAX) {
                    throw new IOException("a line is longer than " + JournalLine.BYTES_MAX);
                }
                line.append((char) character);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
