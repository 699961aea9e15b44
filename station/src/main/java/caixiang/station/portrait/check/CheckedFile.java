package caixiang.station.portrait.check;

import caixiang.layouts.picture.JpegBytes;
import caixiang.station.portrait.Examination;
import caixiang.station.portrait.rules.Level;
import java.util.Optional;

/**
 * What came of one file: an examination, or the reason why there is none.
 *
 * @param thumbnail a small JPEG of what would be cut
 */
record CheckedFile(String name, Optional<Examination> examination, Optional<JpegBytes> thumbnail, String problem) {
    /** Fails when it cannot be read or its head is not found: nobody can say then that it keeps the rules. */
    Level level() {
        return examination
                .filter(seen -> seen.missing().isEmpty())
                .map(seen -> seen.judged().verdict().level())
                .orElse(Level.FAIL);
    }
}
