package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.plan.Scan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What everybody saw in the course of the day. Safe for use by several threads; some hundred bytes for each press. */
public final class DayLog {
    /** Enough to see what is wrong. */
    private static final int PROBLEMS_MAX = 200;

    private final List<PressRecord> presses = new ArrayList<>();
    private final List<MishapRecord> mishaps = new ArrayList<>();
    private final Map<Scan, Integer> scans = new EnumMap<>(Scan.class);
    private final Map<Integer, String> students = new TreeMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final List<String> absent = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    synchronized void pressed(PressRecord press) {
        presses.add(press);
    }

    synchronized void befell(MishapRecord mishap) {
        mishaps.add(mishap);
    }

    synchronized void scanned(Scan scan) {
        scans.merge(scan, 1, Integer::sum);
    }

    /** The station has given this person a number: always the same, and to nobody else. */
    synchronized void numbered(String student, int number) {
        String holder = students.putIfAbsent(number, student);
        Integer before = numbers.putIfAbsent(student, number);
        if (holder != null && !holder.equals(student)) {
            problem("number %d was given to %s and to %s".formatted(number, holder, student));
        }
        if (before != null && before != number) {
            problem("%s was given the numbers %d and %d".formatted(student, before, number));
        }
    }

    /** Called, and not there. */
    synchronized void wasAbsent(String student) {
        absent.add(student);
    }

    /** Not photographed, after as many presses as an operator has patience for. */
    synchronized void gaveUp(String student) {
        givenUp.add(student);
    }

    synchronized void problem(String what) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(what);
        }
    }

    public synchronized List<PressRecord> presses() {
        return List.copyOf(presses);
    }

    public synchronized List<MishapRecord> mishaps() {
        return List.copyOf(mishaps);
    }

    public synchronized Map<Scan, Integer> scans() {
        return new EnumMap<>(scans);
    }

    /** Who was given which number, as the desks were told. */
    public synchronized Map<Integer, String> students() {
        return new TreeMap<>(students);
    }

    public synchronized List<String> absent() {
        return List.copyOf(absent);
    }

    public synchronized List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    /** What a station must never do, at the desk or at the camera. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    synchronized int pressCount() {
        return presses.size();
    }

    synchronized int numberedCount() {
        return numbers.size();
    }
}
