package caixiang.sim.rehearsal.plan;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong on a rehearsed day, by where it does. */
public enum FaultGroup {
    CHECKIN("登记", "check-in"),
    CAMERA("相机", "camera"),
    PRINT("打印", "printing"),
    STATION("采像站程序", "the station itself");

    private final String chinese;
    private final String english;

    FaultGroup(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public Wording wording() {
        return new Wording(chinese, english);
    }

    /** The groups behind a word of the command line: all, checkin, camera, print or none. */
    public static Set<FaultGroup> ofWord(String word) {
        return switch (word) {
            case "all" -> EnumSet.allOf(FaultGroup.class);
            case "checkin" -> EnumSet.of(CHECKIN);
            case "camera" -> EnumSet.of(CAMERA);
            case "print" -> EnumSet.of(PRINT);
            case "none" -> EnumSet.noneOf(FaultGroup.class);
            default -> throw new IllegalArgumentException("no group of faults is called " + word);
        };
    }
}
