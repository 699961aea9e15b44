package caixiang.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rooms of the simulator and the doors between them. */
@AnalyzeClasses(packages = "caixiang.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CODECS_ARE_PURE = classes()
            .that()
            .resideInAnyPackage("caixiang.sim.ptp", "caixiang.sim.ptpip")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "caixiang.sim.ptp",
                    "caixiang.sim.ptpip",
                    "java.lang..",
                    "java.io",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.time",
                    "java.time.format",
                    "org.jspecify..")
            .because("bytes are checked against recordings, without threads, sockets, files or clocks");

    @ArchTest
    static final ArchRule CODECS_OPEN_NO_FILE = noClasses()
            .that()
            .resideInAnyPackage("caixiang.sim.ptp", "caixiang.sim.ptpip")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|RandomAccess).*");

    @ArchTest
    static final ArchRule NOTHING_OF_OURS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("caixiang.station..", "caixiang.layouts..")
            .because("a codec shared with the station would hide one wrong byte on both sides");

    @ArchTest
    static final ArchRule PDFBOX_PUTS_PAGES_ONTO_PAPER_AND_NOTHING_ELSE = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.sim.printer.raster")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().assignedFrom(new Packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DOORS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ptp")
            .definedBy("caixiang.sim.ptp")
            .layer("ptpip")
            .definedBy("caixiang.sim.ptpip")
            .layer("fault")
            .definedBy("caixiang.sim.fault")
            .layer("scene")
            .definedBy("caixiang.sim.scene")
            .layer("body")
            .definedBy("caixiang.sim.camera.body")
            .layer("camera")
            .definedBy("caixiang.sim.camera")
            .layer("nikon")
            .definedBy("caixiang.sim.camera.nikon")
            .layer("printer")
            .definedBy("caixiang.sim.printer")
            .layer("rehearsal")
            .definedBy("caixiang.sim.rehearsal..")
            .layer("root")
            .definedBy("caixiang.sim")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("nikon")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("printer")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("camera")
            .mayOnlyBeAccessedByLayers("root", "nikon")
            .whereLayer("body")
            .mayOnlyBeAccessedByLayers("root", "nikon", "camera")
            .whereLayer("ptpip")
            .mayOnlyBeAccessedByLayers("camera")
            .whereLayer("scene")
            .mayOnlyBeAccessedByLayers("root", "camera", "body", "rehearsal");

    @ArchTest
    static final ArchRule STANDARD_OUTPUT_IS_THE_COMMAND_LINES = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.sim")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("other programs read the READY line there");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .because("time comes from a clock, and waiting from something that can be ended");

    /** Each package is a slice of its own, whatever it is nested in. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
