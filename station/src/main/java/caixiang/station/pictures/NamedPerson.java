package caixiang.station.pictures;

import caixiang.station.store.PersonRow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whom a file's name means.
 *
 * @param person present only with {@link Naming#KNOWN}
 * @param number the shooting number, if this person holds one already
 */
public record NamedPerson(Naming naming, Optional<PersonRow> person, OptionalInt number) {}
