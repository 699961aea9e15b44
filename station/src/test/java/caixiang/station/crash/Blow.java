package caixiang.station.crash;

/**
 * Where the program is to be ended, and who.
 *
 * @param id makes two like orders different
 * @param passage the how manieth time a process passes the point
 */
record Blow(long id, CrashPoint point, int passage, Victim victim) {
    static final String ORDERS = "orders";
    static final String STRUCK = "struck";

    enum Victim {
        STATION,
        AGENT,
        BOTH
    }

    static Blow parse(String line) {
        String[] words = line.split(" ", -1);
        return new Blow(
                Long.parseLong(words[0]),
                CrashPoint.valueOf(words[1]),
                Integer.parseInt(words[2]),
                Victim.valueOf(words[3]));
    }

    @Override
    public String toString() {
        return id + " " + point + " " + passage + " " + victim;
    }
}
