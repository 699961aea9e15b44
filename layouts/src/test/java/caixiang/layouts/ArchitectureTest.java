package caixiang.layouts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;

/** The rooms of this module and the arrows between them. */
@AnalyzeClasses(packages = "caixiang.layouts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROOMS = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("way in")
            .definedBy("caixiang.layouts")
            .layer("geometry")
            .definedBy("caixiang.layouts.geometry")
            .layer("template")
            .definedBy("caixiang.layouts.template")
            .layer("sheet")
            .definedBy("caixiang.layouts.sheet")
            .layer("gang")
            .definedBy("caixiang.layouts.gang")
            .layer("picture")
            .definedBy("caixiang.layouts.picture")
            .layer("pdf")
            .definedBy("caixiang.layouts.pdf")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("way in")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gang")
            .mayOnlyBeAccessedByLayers("way in")
            .whereLayer("template")
            .mayOnlyBeAccessedByLayers("way in")
            .whereLayer("pdf")
            .mayOnlyBeAccessedByLayers("way in")
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("way in", "pdf")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers("way in", "template", "gang", "pdf")
            .because("a sheet is planned as numbers first and drawn afterwards, and neither reads the other's files");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("caixiang.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs its neighbour's neighbour's room cannot be understood alone");

    @ArchTest
    static final ArchRule PURE_ROOMS = classes()
            .that()
            .resideInAnyPackage("caixiang.layouts.geometry", "caixiang.layouts.sheet", "caixiang.layouts.gang")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "caixiang.layouts.geometry",
                    "caixiang.layouts.sheet",
                    "caixiang.layouts.gang",
                    "java.lang..",
                    "java.math",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.."))
            .because("a plan depends on its template alone: no thread, file, clock or library can change it");

    @ArchTest
    static final ArchRule PDFBOX = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.layouts.pdf")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
            .because("PDFBox is then one room's business, and so is replacing it");

    @ArchTest
    static final ArchRule IMAGEIO = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.layouts.picture")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "com.twelvemonkeys..", "java.awt.image..")
            .because("decoding is where damaged files do harm, so it happens in one guarded place");

    @ArchTest
    static final ArchRule JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage("caixiang.layouts.template")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("templates are the only JSON here, and nothing else should know that they are");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveSimpleName("SheetCommand")
            .should(ACCESS_STANDARD_STREAMS)
            .because("the rooms also work inside the station, which has a log and no terminal");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same order must give the same bytes");
}
