package caixiang.station.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Ends the program with SIGKILL at the point, the passage and for the victim that the first line of the orders names. Is
 * put on the class path of the stations that {@link CrashRig} starts, and of nothing else.
 */
public final class Killer implements PassageWatcher {
    /** Folder of the orders. */
    static final String FOLDER = "caixiang.test.kills";

    /** For the Java of a process that may be ended. */
    static final String OPENED = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    private static final int SIGKILL = 9;
    private static final String AGENT_MAIN = "caixiang.station.camera.agent.AgentMain";

    private final Path folder = Path.of(System.getProperty(FOLDER));
    private final boolean isAgent = System.getProperty("sun.java.command", "").startsWith(AGENT_MAIN);
    private String order = "";
    private int passages;

    @Override
    public synchronized void passed(CrashPoint point) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(Blow.ORDERS));
            if (lines.isEmpty()) {
                return;
            }
            if (!lines.get(0).equals(order)) {
                order = lines.get(0);
                passages = 0;
            }
            Blow blow = Blow.parse(order);
            if (blow.point() == point && ++passages == blow.passage()) {
                strike(blow, lines.subList(1, lines.size()));
            }
        } catch (NoSuchFileException nothingOrdered) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void strike(Blow blow, List<String> rest) throws IOException {
        Path orders = folder.resolve(Blow.ORDERS);
        if (rest.isEmpty()) {
            Files.delete(orders);
        } else {
            Path next = folder.resolve("next-" + ProcessHandle.current().pid());
            Files.write(next, rest);
            Files.move(next, orders, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(
                folder.resolve(Blow.STRUCK),
                blow + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (isAgent && blow.victim() != Blow.Victim.AGENT) {
            ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
        }
        if (!isAgent && blow.victim() != Blow.Victim.STATION) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        }
        if (blow.victim() == Blow.Victim.BOTH || isAgent == (blow.victim() == Blow.Victim.AGENT)) {
            killSelf();
        }
    }

    /** At once and without another program, whose start would take time; the option {@link #OPENED} allows it. */
    private static void killSelf() {
        try {
            Method raise = Class.forName("jdk.internal.misc.Signal").getDeclaredMethod("raise0", int.class);
            raise.setAccessible(true);
            raise.invoke(null, SIGKILL);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("SIGKILL cannot be raised", e);
        }
    }
}
