package caixiang.station.crash;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** The class path of a station with the {@link Killer} on it, and the options that make it start quickly. */
final class KillerPath {
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC " + Killer.OPENED;

    private final String path;
    private final Path classArchive;

    /** @param folder for the jar with the killer and the archive of loaded classes */
    KillerPath(Path folder) throws IOException {
        Path jar = folder.resolve("killer.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Class<?> each : List.of(Killer.class, Blow.class, Blow.Victim.class)) {
                String name = each.getName().replace('.', '/') + ".class";
                try (InputStream in = each.getResourceAsStream("/" + name)) {
                    add(out, name, in.readAllBytes());
                }
            }
            add(
                    out,
                    "META-INF/services/" + PassageWatcher.class.getName(),
                    Killer.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + jar;
        classArchive = folder.resolve("classes.jsa");
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    /** Runs a station without camera once, which leaves the classes it loaded for the others. */
    void warmUp(Path folder) throws Exception {
        Path settings = folder.resolve("warm.conf");
        Files.writeString(settings, "identity.key = \"%s\"%n".formatted(folder.resolve("warm.key")));
        String data = folder.resolve("warm").toString();
        ProcessBuilder builder = new ProcessBuilder(station(List.of(
                        "run",
                        "--settings",
                        settings.toString(),
                        "--camera",
                        "none",
                        "--printer",
                        "none",
                        "--data",
                        data,
                        "--http-port",
                        "0")))
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        QUICK + " -XX:ArchiveClassesAtExit=" + classArchive + " -D" + Killer.FOLDER + "=" + folder);
        Started warm = new Started(builder, folder.resolve("warm.log"));
        String address = warm.awaitReady();
        // What answers a request is loaded too.
        try (InputStream in = URI.create(address).resolve("/api/state").toURL().openStream()) {
            in.readAllBytes();
        }
        warm.stop();
    }

    /** Options of station and agent. */
    String options() {
        return Files.exists(classArchive) ? QUICK + " -XX:SharedArchiveFile=" + classArchive : QUICK;
    }

    List<String> station(List<String> words) {
        return java("caixiang.station.Main", words);
    }

    List<String> simulator(String... words) {
        return java("caixiang.sim.Main", List.of(words));
    }

    private List<String> java(String main, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                path,
                main));
        command.addAll(words);
        return command;
    }
}
