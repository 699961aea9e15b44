package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.SharedAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what two stations and their site's database have, against what their operators did and their cameras shot. */
final class SiteReckoning {
    private static final String SITTINGS = "SELECT number, student_number, status, COALESCE(station, '-'),"
            + " COALESCE(second_of, 0) FROM sitting JOIN person ON person.person_id = sitting.person_id ORDER BY number";
    private static final String FRAMES =
            "SELECT frame_id, number, file, sha256 FROM frame WHERE station = '%s'" + " ORDER BY frame_id";
    private static final String JOURNAL =
            "SELECT sequence, what, COALESCE(number, 0), previous_hash, hash FROM journal %s ORDER BY sequence";

    private final SharedAddress address;
    private final List<CutOffStation> stations;

    SiteReckoning(SharedAddress address, List<CutOffStation> stations) {
        this.address = address;
        this.stations = stations;
    }

    void inspect() throws Exception {
        for (CutOffStation station : stations) {
            // Each exposure is a frame, under its number, once, in both copies; the station's journal is whole.
            assertTrue(CrashRig.within(CrashRig.SOON, () -> isAccountedFor(station)), "an exposure is no frame");
            station.reckoning.settled();
            station.reckoning.inspect();
        }
        numbers();
        frames();
        journals();
        assertEquals(List.of(), site("SELECT kind, number FROM conflict"), "nothing contradicts");
    }

    private static boolean isAccountedFor(CutOffStation station) {
        try {
            return station.reckoning.isAccountedFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody has one number, nobody shares one, the main series has no gap, and all three databases say the same. */
    private void numbers() throws Exception {
        Map<Integer, String> given = new TreeMap<>();
        stations.forEach(station -> given.putAll(station.given));
        int promised =
                stations.stream().mapToInt(station -> station.given.size()).sum();
        assertEquals(promised, given.size(), "no number was given out at both desks");
        assertEquals(promised, Set.copyOf(given.values()).size(), "nobody was given two");

        List<String> sittings = site(SITTINGS);
        Map<Integer, String> known = new TreeMap<>();
        for (String sitting : sittings) {
            String[] words = sitting.split(" ", -1);
            known.put(Integer.parseInt(words[0]), words[1]);
            assertEquals("0", words[4], "no second number: " + sitting);
        }
        assertEquals(given, known);
        long ofMainSeries =
                given.keySet().stream().filter(number -> number < 9_000).count();
        assertEquals(List.of("" + ofMainSeries), site("SELECT last_number FROM session"), "no gap");
        for (CutOffStation station : stations) {
            assertTrue(
                    CrashRig.within(CrashRig.SOON, () -> own(station, SITTINGS).equals(sittings)),
                    () -> station.name() + " has " + own(station, SITTINGS) + ", the site has " + sittings);
        }
    }

    private void frames() throws Exception {
        int exposures = 0;
        Map<String, String> stationOf = new HashMap<>();
        for (CutOffStation station : stations) {
            int shots = station.rig.studio("/shots").size();
            exposures += shots;
            List<String> own = station.rows(FRAMES.formatted(station.name()));
            assertEquals(shots, own.size(), "frames of station " + station.name());
            assertEquals(own, site(FRAMES.formatted(station.name())), "the site's frames of " + station.name());
            for (String number : new TreeSet<>(station.rows("SELECT number FROM frame"))) {
                String other = stationOf.put(number, station.name());
                assertTrue(other == null, number + " was photographed at " + other + " and " + station.name());
            }
        }
        assertEquals(List.of("" + exposures), site("SELECT count(DISTINCT sha256) FROM frame"));
        assertEquals(List.of("" + exposures), site("SELECT count(*) FROM frame"));
        // Each called number has pictures; those of the last check-ins have not been called for one.
        int photographed = stationOf.size();
        assertTrue(photographed >= 10, photographed + " people are few");
        System.out.printf(
                "cut off: %d exposures of %d people at %d stations, all there once%n",
                exposures, photographed, stations.size());
    }

    /** The site's copy of each journal is the journal, and a chain without a gap. */
    private void journals() throws InterruptedException {
        for (CutOffStation station : stations) {
            String atSite = JOURNAL.formatted("WHERE station = '" + station.name() + "'");
            // A station that is left alone compares its card once more, and journals that.
            List<String> own = new ArrayList<>();
            boolean isAlike = CrashRig.within(CrashRig.SOON, () -> {
                own.clear();
                own.addAll(own(station, JOURNAL.formatted("")));
                return own.equals(atSite(atSite));
            });
            assertTrue(isAlike, () -> "the site's journal is not " + own);
            List<String> what = new ArrayList<>();
            String before = "";
            for (String row : own) {
                String[] words = row.split(" ", -1);
                what.add(words[1]);
                assertEquals(what.size(), Integer.parseInt(words[0]), "no row is missing");
                if (what.size() > 1) {
                    assertEquals(before, words[3], "the chain holds at " + row);
                }
                before = words[4];
            }
            assertEquals(1, what.stream().filter("went-offline"::equals).count(), "" + what);
            assertEquals(1, what.stream().filter("came-back"::equals).count(), "" + what);
            assertTrue(what.contains("merged"), "" + what);
        }
    }

    private List<String> site(String sql) throws SQLException {
        return CutOffStation.rows(address.url(), address.user(), sql);
    }

    private List<String> atSite(String sql) {
        try {
            return site(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> own(CutOffStation station, String sql) {
        try {
            return station.rows(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
