package caixiang.station.pictures;

import caixiang.station.roster.IdNumber;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the one person of a session whom a file's name can mean. Confined to the transaction it was made for. */
final class PersonSearch {
    private final People people;
    private final IdentityVault vault;
    private final String sessionId;

    PersonSearch(Handle handle, IdentityVault vault, String sessionId) {
        this.people = new People(handle);
        this.vault = vault;
        this.sessionId = sessionId;
    }

    /** @param person present only with {@link Naming#KNOWN} */
    record Found(Naming naming, Optional<PersonRow> person) {}

    /** A number goes before a name, and both together must not mean two people. */
    Found find(String file) {
        Map<String, PersonRow> byNumber = new HashMap<>();
        Map<String, PersonRow> byName = new HashMap<>();
        for (String word : PictureName.words(file)) {
            String credential = IdNumber.normalise(word);
            Optional<String> lookup = IdNumber.parse(credential).map(vault::lookup);
            add(byNumber, people.find(sessionId, credential, lookup));
            add(byName, people.named(sessionId, word));
        }
        Map<String, PersonRow> all = byNumber.isEmpty() ? byName : byNumber;
        if (all.isEmpty()) {
            return new Found(Naming.UNKNOWN, Optional.empty());
        }
        PersonRow first = all.values().iterator().next();
        boolean isOne = all.size() == 1 && (byName.isEmpty() || byName.containsKey(first.personId()));
        return isOne ? new Found(Naming.KNOWN, Optional.of(first)) : new Found(Naming.AMBIGUOUS, Optional.empty());
    }

    private static void add(Map<String, PersonRow> people, List<PersonRow> found) {
        found.forEach(person -> people.put(person.personId(), person));
    }
}
