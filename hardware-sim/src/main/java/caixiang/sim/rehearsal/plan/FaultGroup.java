package caixiang.sim.rehearsal.plan;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong on a rehearsed day, by where it does. */
public enum FaultGroup {
    CHECKIN(new Wording("登记", "check-in")),
    CAMERA(new Wording("相机", "camera")),
    PRINT(new Wording("打印", "printing")),
    STATION(new Wording("采像站程序", "the station itself"));

    private final Wording wording;

    FaultGroup(Wording wording) {
        this.wording = wording;
    }

    public Wording wording() {
        return wording;
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
