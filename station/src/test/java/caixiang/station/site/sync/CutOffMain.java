package caixiang.station.site.sync;

import caixiang.station.store.SharedAddress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** One station in a process of its own, so that it can have a network of its own. Does what it reads, line by line. */
final class CutOffMain {
    private CutOffMain() {}

    public static void main(String[] arguments) throws Exception {
        SharedAddress address = new SharedAddress(arguments[1], arguments[2], "");
        try (SiteStation station = new SiteStation(Path.of(arguments[0]), "A", address, Clock.systemUTC());
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("READY");
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                String[] words = line.split(" ");
                long begun = System.nanoTime();
                String result = obey(station, words);
                say(result + " " + (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    private static String obey(SiteStation station, String[] words) throws Exception {
        switch (words[0]) {
            case "roster" -> station.importRoster("学号,姓名\nS1,样甲\nS2,样乙\nS3,样丙\n");
            case "reserve" ->
                SiteStation.await("a reserve", () -> station.number("SELECT count(*) FROM reserved_number") == 20);
            case "check-in" -> {
                return "" + station.checkIn(words[1]);
            }
            case "file" -> station.file(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "in-step" -> station.awaitInStep(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
