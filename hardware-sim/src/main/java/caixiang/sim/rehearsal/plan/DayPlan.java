package caixiang.sim.rehearsal.plan;

import caixiang.sim.rehearsal.people.Attendee;
import caixiang.sim.rehearsal.people.InventedPeople;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A whole day before it happens. The same order gives the same plan; only the clock decides how threads meet. */
public final class DayPlan {
    private static final List<Scan> PLAIN = List.of(Scan.STUDENT_NUMBER, Scan.ID_NUMBER, Scan.FULL_WIDTH);
    private static final List<Scan> NOISE = List.of(
            Scan.MISTYPED,
            Scan.FOREIGN_CHARACTERS,
            Scan.TOO_LONG,
            Scan.SCANNED_TWICE,
            Scan.TWO_DESKS,
            Scan.ANSWER_DROPPED,
            Scan.DESK_KILLED);
    private static final double NOISE_SHARE = 0.25;
    private static final double RETAKE_SHARE = 0.10;
    private static final double SECOND_RETAKE_SHARE = 0.02;
    private static final int ONE_WALK_IN_IN = 25;
    private static final int ONE_LEAVES_IN = 40;
    private static final int ONE_LATE_IN = 20;

    private final DayOrder order;
    private final List<Attendee> people;
    private final List<Visit> arrivals;
    private final Map<String, Visit> byStudent = new HashMap<>();

    private DayPlan(DayOrder order, List<Attendee> people, List<Visit> arrivals) {
        this.order = order;
        this.people = List.copyOf(people);
        this.arrivals = List.copyOf(arrivals);
        arrivals.forEach(visit -> byStudent.put(visit.person().studentNumber(), visit));
    }

    public static DayPlan of(DayOrder order) {
        Random random = new Random(order.seed());
        boolean isNoisy = order.faults().contains(FaultGroup.CHECKIN);
        int walkIns = isNoisy ? (order.people() + ONE_WALK_IN_IN - 1) / ONE_WALK_IN_IN : 0;
        List<Attendee> people = InventedPeople.of(order.seed(), order.people(), walkIns);
        List<Visit> visits = new ArrayList<>();
        List<Scan> noise = new ArrayList<>();
        for (Attendee person : people) {
            visits.add(new Visit(person, scan(person, isNoisy, noise, random), retakes(random), false));
        }
        Collections.shuffle(visits, random);
        return new DayPlan(order, people, lateOnesLast(someLeave(visits, random), random));
    }

    private static Scan scan(Attendee person, boolean isNoisy, List<Scan> noise, Random random) {
        if (!person.isListed()) {
            return Scan.WALK_IN;
        }
        if (!isNoisy || random.nextDouble() >= NOISE_SHARE) {
            return PLAIN.get(random.nextInt(PLAIN.size()));
        }
        if (noise.isEmpty()) {
            noise.addAll(NOISE);
            Collections.shuffle(noise, random);
        }
        return noise.remove(noise.size() - 1);
    }

    private static int retakes(Random random) {
        double draw = random.nextDouble();
        return draw < SECOND_RETAKE_SHARE ? 2 : draw < RETAKE_SHARE ? 1 : 0;
    }

    private static List<Visit> someLeave(List<Visit> visits, Random random) {
        List<Visit> some = new ArrayList<>();
        for (Visit visit : visits) {
            boolean leaves = random.nextInt(ONE_LEAVES_IN) == 0;
            some.add(new Visit(visit.person(), visit.scan(), visit.retakes(), leaves));
        }
        return some;
    }

    private static List<Visit> lateOnesLast(List<Visit> visits, Random random) {
        List<Visit> onTime = new ArrayList<>();
        List<Visit> late = new ArrayList<>();
        for (Visit visit : visits) {
            (random.nextInt(ONE_LATE_IN) == 0 ? late : onTime).add(visit);
        }
        onTime.addAll(late);
        return onTime;
    }

    public DayOrder order() {
        return order;
    }

    public List<Attendee> people() {
        return people;
    }

    /** In the order in which they come to the desks. */
    public List<Visit> arrivals() {
        return arrivals;
    }

    /**
     * What this person does.
     *
     * @throws IllegalArgumentException when nobody on this day has the number
     */
    public Visit visit(String studentNumber) {
        Visit visit = byStudent.get(studentNumber);
        if (visit == null) {
            throw new IllegalArgumentException("nobody on this day is " + studentNumber);
        }
        return visit;
    }

    /** When something of this group goes wrong at one camera, numbered from 1. */
    public MishapSchedule schedule(FaultGroup group, int camera) {
        return MishapSchedule.of(order, group, camera);
    }
}
