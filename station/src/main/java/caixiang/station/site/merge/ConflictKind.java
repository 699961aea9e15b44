package caixiang.station.site.merge;

import java.util.Locale;

/** What two stations did that cannot both hold, or that somebody must look at. The screens hold a sentence for each. */
public enum ConflictKind {
    /** A number was called at two stations. */
    CALLED_TWICE,
    /** One person holds two numbers: checked in at two desks. */
    TWO_NUMBERS,
    /** One number belongs to two people; only a site's database that was put back to an older state gives one twice. */
    NUMBER_TAKEN,
    /** Somebody entered at a desk offline is on the site's roster under another name. */
    PERSON_DIFFERS,
    /** Somebody entered at a desk offline has the identity number of another person on the site's roster. */
    IDENTITY_HELD,
    /** A person's name or student number was changed on the roster while this station worked with the old one. */
    PERSON_CHANGED,
    /** People come in whom a station served offline, after another station has closed the session. */
    AFTER_CLOSING;

    /** The word of the API and of the journal. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static ConflictKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
