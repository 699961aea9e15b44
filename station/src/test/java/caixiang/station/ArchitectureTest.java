package caixiang.station;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The rules of the house, as far as a machine can see them. A top-level class: Surefire does not run nested ones. */
@AnalyzeClasses(packages = "caixiang.station", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "caixiang.station";
    private static final String WEB = "caixiang.station.web..";
    private static final String STORE = "caixiang.station.store..";
    private static final List<String> ANY = List.of("*");
    private static final List<String> NONE = List.of();
    private static final String AGENT_MAIN = "AgentMain";
    private static final String NATIVE = "caixiang.station.camera.gphoto2..";

    @ArchTest
    static final ArchRule nativeCodeStaysInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage(NATIVE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("a wrong native call ends the process; it happens in the agent and nowhere else");

    @ArchTest
    static final ArchRule openCvStaysInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.station.portrait.opencv..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("native memory is freed where it is taken, and a machine without OpenCV still takes pictures");

    @ArchTest
    static final ArchRule vertxStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..")
            .because("rooms must be usable and testable without an event loop");

    @ArchTest
    static final ArchRule sqlLibrariesStayInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sqlite..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..", "java.sql..", "javax.sql..")
            .because("one room knows which databases hold the records");

    @ArchTest
    static final ArchRule picturesAndPdfAreMadeInLayouts = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..", "org.apache.pdfbox..", "com.twelvemonkeys..")
            .because("decoding and drawing belong to the layouts module");

    @ArchTest
    static final ArchRule webTouchesNoFile = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.nio.file.Files.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.channels..")
            .because("the event loop never blocks; Vert.x sends files");

    @ArchTest
    static final ArchRule webNeverWaits = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(CompletableFuture.class, "join")
            .orShould()
            .callMethod(CompletableFuture.class, "get")
            .orShould()
            .callMethod(CompletableFuture.class, "get", long.class, java.util.concurrent.TimeUnit.class)
            .orShould()
            .callMethod(Future.class, "get")
            .because("the event loop never blocks");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .and()
            .doNotHaveSimpleName(AGENT_MAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the time; only the programs' mains name the real clock");

    @ArchTest
    static final ArchRule onlyCommandLinesPrint = noClasses()
            .that(not(resideInAnyPackage(ROOT, "caixiang.station.doctor..")))
            .and()
            .doNotHaveSimpleName(AGENT_MAIN)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a running station says what it has to say in its log and on its screens");

    @ArchTest
    static final ArchRule oneLoggingLibrary = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.commons.logging..")
            .because("everything logs through slf4j");

    @ArchTest
    static final ArchRule theSimulatorIsOnTheFarSideOfTheProtocols = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("caixiang.sim..")
            .because("a byte that is wrong on both sides would pass every test");

    @ArchTest
    static final ArchRule roomsUseOnlyTheRoomsBelowThem = rooms(Map.ofEntries(
            entry("", ANY),
            entry("config", NONE),
            entry("roster", NONE),
            entry("sitting", NONE),
            entry("camera", List.of("crash")),
            entry("camera.gphoto2", List.of("camera")),
            entry("camera.agent", List.of("crash", "camera", "camera.gphoto2")),
            entry("camera.supervisor", List.of("crash", "camera", "camera.agent")),
            entry("archive", List.of("crash", "camera")),
            entry("archive.check", List.of("archive")),
            entry("store", List.of("archive", "camera", "roster", "sitting")),
            entry("store.sync", List.of("sitting", "store")),
            entry("site", List.of("crash", "sitting", "store")),
            entry("site.merge", List.of("sitting")),
            entry("site.sync", List.of("crash", "day", "site", "site.merge", "sitting", "store", "store.sync")),
            entry("checkin", List.of("crash", "roster", "site", "sitting", "store")),
            entry("capture", List.of("crash", "archive", "camera", "config", "day", "sitting", "store")),
            entry("capture.shift", NONE),
            entry("capture.tray", List.of("archive", "camera", "capture.shift", "sitting", "store")),
            entry("pictures", List.of("archive", "camera", "capture", "roster", "site", "store")),
            entry("portrait", List.of("crash", "archive", "config", "portrait.find", "portrait.rules", "store")),
            entry("portrait.find", NONE),
            entry("portrait.rules", List.of("portrait.find")),
            entry("portrait.check", List.of("portrait", "portrait.find", "portrait.rules")),
            entry("portrait.opencv", List.of("portrait.find")),
            entry("print", List.of("crash", "archive", "config", "roster", "store")),
            entry("print.ipp", List.of("print")),
            entry("crash", NONE),
            entry("bundle", List.of("archive", "roster", "store")),
            entry("day", List.of("crash", "sitting", "store")),
            entry("journal", List.of("crash", "store")),
            entry("keeping", List.of("archive", "day", "store")),
            entry("rebuild", List.of("archive", "camera", "store")),
            entry("doctor", List.of("camera", "camera.agent", "config", "print", "print.ipp", "site", "store")),
            entry(
                    "web",
                    List.of(
                            "archive",
                            "camera",
                            "capture",
                            "capture.shift",
                            "capture.tray",
                            "checkin",
                            "day",
                            "keeping",
                            "pictures",
                            "portrait",
                            "print",
                            "roster",
                            "site",
                            "site.sync",
                            "store.sync",
                            "sitting",
                            "store"))));

    @ArchTest
    static final ArchRule noCycles = slices().matching("caixiang.station.(**)")
            .should()
            .beFreeOfCycles()
            .because("rooms are read one at a time");

    @ArchTest
    static final ArchRule nothingDependsOnTheWeb = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB)
            .because("screens come and go, the rooms behind them stay");

    @ArchTest
    static final ArchRule nothingDependsOnTheRoot = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT))
            .because("the root knows everybody, so nobody may know the root");

    @ArchTest
    static final ArchRule webDoesNotReachBehindTheRooms = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    NATIVE, "caixiang.station.camera.agent..", "caixiang.station.print.ipp..", "com.hp.jipp..")
            .because("pages speak of cameras and printers, not of their wires");

    @ArchTest
    static final ArchRule pureRoomsStayPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "caixiang.station.roster..",
                    "caixiang.station.sitting..",
                    "caixiang.station.site.merge..",
                    "caixiang.station.capture.shift..",
                    "caixiang.station.portrait.find..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.net..",
                            "java.nio.file..",
                            "java.util.concurrent..",
                            "org.jdbi..",
                            "java.sql..")
                    // Parsers of text in memory declare it.
                    .and(not(equivalentTo(IOException.class))))
            .because("rules about people and turns know no file, socket, thread or database");

    @ArchTest
    static final ArchRule everyPackageDeclaresItsNulls = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("NullAway checks marked packages only; TidyTest sees that none lacks a package-info");

    /** Every class lies in one of these packages and uses its own and those named; the root is "". */
    private static ArchRule rooms(Map<String, List<String>> uses) {
        LayeredArchitecture rooms = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture();
        for (String room : uses.keySet()) {
            rooms = rooms.optionalLayer(name(room)).definedBy(room.isEmpty() ? ROOT : ROOT + "." + room);
        }
        for (var room : uses.entrySet()) {
            if (!room.getValue().equals(ANY)) {
                String[] allowed =
                        room.getValue().stream().map(ArchitectureTest::name).toArray(String[]::new);
                rooms = allowed.length == 0
                        ? rooms.whereLayer(name(room.getKey())).mayNotAccessAnyLayer()
                        : rooms.whereLayer(name(room.getKey())).mayOnlyAccessLayers(allowed);
            }
        }
        return rooms.because("the arrows of docs/architecture.md are the arrows of the code");
    }

    private static String name(String room) {
        return room.isEmpty() ? "root" : room;
    }
}
