package caixiang.station.pictures;

import caixiang.station.roster.IdNumber;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** @param personId present only with {@link Naming#KNOWN} */
    record Found(Naming naming, Optional<String> personId) {}

    /** A number goes before a name, and both together must not mean two people. */
    Found find(String file) {
        Set<String> byNumber = new HashSet<>();
        Set<String> byName = new HashSet<>();
        for (String word : PictureName.words(file)) {
            String credential = IdNumber.normalise(word);
            Optional<String> lookup = IdNumber.parse(credential).map(vault::lookup);
            add(byNumber, people.find(sessionId, credential, lookup));
            add(byName, people.named(sessionId, word));
        }
        Set<String> all = byNumber.isEmpty() ? byName : byNumber;
        if (all.isEmpty()) {
            return new Found(Naming.UNKNOWN, Optional.empty());
        }
        String first = all.iterator().next();
        boolean isOne = all.size() == 1 && (byName.isEmpty() || byName.contains(first));
        return isOne ? new Found(Naming.KNOWN, Optional.of(first)) : new Found(Naming.AMBIGUOUS, Optional.empty());
    }

    private static void add(Set<String> ids, List<PersonRow> found) {
        found.forEach(person -> ids.add(person.personId()));
    }
}
