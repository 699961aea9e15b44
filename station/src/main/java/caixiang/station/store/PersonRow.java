package caixiang.station.store;

import java.util.Optional;

/** A person as stored: the identity number is encrypted. */
public record PersonRow(
        String personId,
        String studentNumber,
        String name,
        String college,
        String className,
        Optional<String> idEncrypted) {

    @Override
    public String toString() {
        return "PersonRow[" + personId + "]";
    }
}
