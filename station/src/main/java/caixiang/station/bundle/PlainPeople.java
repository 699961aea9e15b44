package caixiang.station.bundle;

import caixiang.station.roster.IdNumber;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Identity numbers out of one vault and into another: each archive has a key of its own. */
final class PlainPeople {
    private static final String PLAIN = "id_number";
    private static final String ENCRYPTED = "id_encrypted";
    private static final String LOOKUP = "id_lookup";

    private final IdentityVault vault;

    PlainPeople(IdentityVault vault) {
        this.vault = vault;
    }

    /** For a bundle, which is sealed as a whole. */
    List<Map<String, Object>> reveal(List<Map<String, Object>> people) throws StoreException {
        List<Map<String, Object>> plain = new ArrayList<>();
        for (Map<String, Object> person : people) {
            Map<String, Object> row = new LinkedHashMap<>(person);
            Object encrypted = row.remove(ENCRYPTED);
            row.remove(LOOKUP);
            if (encrypted != null) {
                row.put(PLAIN, vault.decrypt((String) encrypted).reveal());
            }
            plain.add(row);
        }
        return plain;
    }

    /** For this archive's database. */
    List<Map<String, Object>> protect(List<Map<String, Object>> people) throws BundleException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> person : people) {
            Map<String, Object> row = new LinkedHashMap<>(person);
            Object plain = row.remove(PLAIN);
            row.remove(ENCRYPTED);
            row.remove(LOOKUP);
            if (plain != null) {
                Optional<IdNumber> number = IdNumber.parse((String) plain);
                if (number.isEmpty()) {
                    throw new BundleException("the bundle holds an identity number whose check digit is wrong");
                }
                row.put(ENCRYPTED, vault.encrypt(number.get()));
                row.put(LOOKUP, vault.lookup(number.get()));
            }
            rows.add(row);
        }
        return rows;
    }
}
