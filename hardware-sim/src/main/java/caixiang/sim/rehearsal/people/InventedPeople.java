package caixiang.sim.rehearsal.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A graduating year that nobody can mistake for a real one: surnames that mean sample or rehearsal, given names from the
 * sixty-year cycle, identity numbers of an unassigned area. The same seed gives the same people.
 */
public final class InventedPeople {
    private static final String SURNAMES = "样例演试仿拟练模";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final List<String> COLLEGES = List.of("演练学院一", "演练学院二", "演练学院三", "演练学院四");
    private static final int CLASS_SIZE = 35;

    private static final String AREA = "999999";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(2003, 1, 1);
    private static final int BIRTHDAYS = 900;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private InventedPeople() {}

    /** So many people, the last {@code walkIns} of whom no roster lists. */
    public static List<Attendee> of(long seed, int people, int walkIns) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Attendee> invented = new ArrayList<>(people);
        for (int i = 0; i < people; i++) {
            int schoolClass = i / CLASS_SIZE;
            invented.add(new Attendee(
                    "2026%05d".formatted(i + 1),
                    name(random),
                    idNumber(i),
                    COLLEGES.get(schoolClass % COLLEGES.size()),
                    "演练2026届%d班".formatted(schoolClass + 1),
                    i < people - walkIns));
        }
        return invented;
    }

    /** The roster of those whom it lists, as the station reads it; UTF-8. */
    public static String roster(List<Attendee> people) {
        StringBuilder csv = new StringBuilder("学号,姓名,身份证号,学院,班级\n");
        people.stream()
                .filter(Attendee::isListed)
                .forEach(person -> csv.append("%s,%s,%s,%s,%s\n"
                        .formatted(
                                person.studentNumber(),
                                person.name(),
                                person.idNumber(),
                                person.college(),
                                person.className())));
        return csv.toString();
    }

    private static String name(SplittableRandom random) {
        int turn = random.nextInt(60);
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + STEMS.charAt(turn % STEMS.length())
                + BRANCHES.charAt(turn % BRANCHES.length());
    }

    /** GB 11643-1999: area, birth date, order, check character (ISO 7064 MOD 11-2). */
    static String idNumber(int order) {
        String birthday = DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_BIRTHDAY.plusDays(order % BIRTHDAYS));
        String first17 = "%s%s%03d".formatted(AREA, birthday, order / BIRTHDAYS + 1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return first17 + CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
