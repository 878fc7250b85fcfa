package kiosk.demo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every module may import core, no module may import another, and only Assembly introduces them to each other. */
class ArrowsTest {
    private static final JavaClasses ALL = Part.everything();
    private static final String ASSEMBLY = "kiosk.desktop.Assembly";
    private static final String COMMAND_ASSEMBLY = "kiosk.desktop.CommandAssembly";

    @Test
    void coreKnowsNothingButTheLanguage() {
        only(Part.CORE, "java..", "org.jspecify..")
                .because("what the kiosk promises must be testable without a screen, a wire or a disk")
                .check(ALL);
        noClasses()
                .that(Part.CORE.classes())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "java.sql..", "java.awt..")
                        .or(nameMatching("java\\.(net|nio\\.channels)\\..*(Socket|Datagram).*")))
                .because("core asks through ports; adapters own the wires")
                .check(ALL);
    }

    @Test
    void documentsKnowOnlyCoreAndTheLibrariesThatDraw() {
        onlyWithCore(Part.DOCUMENTS, "org.apache.pdfbox..", "org.apache.fontbox..", "com.google.zxing..")
                .because("paper looks the same whichever screen ordered it and whichever printer makes it")
                .check(ALL);
    }

    @Test
    void theDesktopKnowsOnlyCoreAndItsScreens() {
        onlyWithCore(
                        Part.DESKTOP,
                        "javafx..",
                        "org.kordamp.ikonli..",
                        "picocli..",
                        "org.slf4j..",
                        "kiosk.config..",
                        "kiosk.sync..",
                        "kiosk.documents..")
                .because("a screen draws the visit and reports touches; drivers are found by ServiceLoader")
                .check(ALL);
    }

    @Test
    void theAssembliesAloneIntroduceThePartsToEachOther() {
        noClasses()
                .that(Part.DESKTOP.classes())
                .and(not(belongTo(name(ASSEMBLY).or(name(COMMAND_ASSEMBLY)))))
                .should()
                .dependOnClassesThat(Part.CONFIG
                        .classes()
                        .or(Part.SYNC.classes())
                        .or(Part.DOCUMENTS.classes())
                        .or(Part.DRIVERS.classes()))
                .because("the wiring is in one place for the shell and one for its command, so that every other class"
                        + " can be read alone")
                .check(ALL);
    }

    @Test
    void noScreenKnowsAssembly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("kiosk.desktop", "kiosk.demo..")
                .should()
                .dependOnClassesThat(belongTo(name(ASSEMBLY)))
                .because("whoever can ask for everything will depend on everything")
                .check(ALL);
    }

    @Test
    void driversKnowOnlyCoreAndTheirTransports() {
        onlyWithCore(
                        Part.DRIVERS,
                        "org.slf4j..",
                        "com.fazecast.jSerialComm..",
                        "com.sun.jna..",
                        "jnasmartcardio..",
                        "com.hp.jipp..",
                        "kotlin..")
                .because("a driver must serve any kiosk, and must not know its own emulator")
                .check(ALL);
    }

    @Test
    void emulatorsKnowOnlyCoreAndTheWire() {
        onlyWithCore(Part.EMULATORS, "com.sun.jna..", "com.sun.net.httpserver..", "org.bouncycastle.crypto..")
                .because("an emulator that borrows the driver's code repeats the driver's mistakes")
                .check(ALL);
    }

    @Test
    void contractsKnowOnlyCoreAndTheTestLibraries() {
        onlyWithCore(Part.CONTRACTS, "org.junit..", "org.assertj..", "org.opentest4j..")
                .because("the same contract binds the driver on the desk and the driver of tomorrow")
                .check(ALL);
    }

    @Test
    void syncKnowsOnlyCoreTheDatabaseAndTheSeal() {
        onlyWithCore(
                        Part.SYNC,
                        "org.sqlite..",
                        "com.fasterxml.jackson..",
                        "org.apache.hc.core5..",
                        "org.bouncycastle..",
                        "org.slf4j..",
                        "com.sun.net.httpserver..")
                .because("delivery goes on whatever screen is shown and whatever device is attached")
                .check(ALL);
    }

    @Test
    void configKnowsOnlyCoreAndYaml() {
        onlyWithCore(Part.CONFIG, "com.fasterxml.jackson..", "org.yaml.snakeyaml..")
                .because("an item is data: its loader needs neither devices nor screens")
                .check(ALL);
    }

    @Test
    void theReferencePlatformSharesNoClassWithTheKiosk() {
        noClasses()
                .that(Part.REFERENCE_PLATFORM.classes())
                .should()
                .dependOnClassesThat(resideInAnyPackage("kiosk.."))
                .because("a shared mapper would share its bugs; both ends are written from PLATFORM-API.md")
                .check(ALL);
    }

    @Test
    void nobodyButTheDemoKnowsTheEmulatorsOrTheReferencePlatform() {
        noClasses()
                .that(not(Part.DEMO.classes().or(Part.EMULATORS.classes()).or(Part.REFERENCE_PLATFORM.classes())))
                .should()
                .dependOnClassesThat(Part.EMULATORS
                        .classes()
                        .or(Part.REFERENCE_PLATFORM.classes())
                        .or(Part.DEMO.classes()))
                .because("the far end of a wire never ships")
                .check(ALL);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyModuleKeepsToItsOwnPackages(Part part) {
        assertThat(part.compiled())
                .as("the other rules tell modules apart by package")
                .allMatch(part.classes());
    }

    private static ArchRule onlyWithCore(Part part, String... libraries) {
        return rule(part, Part.CORE.classes().or(resideInAnyPackage(libraries)), "java..", "javax..", "org.jspecify..");
    }

    private static ArchRule only(Part part, String... packages) {
        return rule(part, part.classes(), packages);
    }

    private static ArchRule rule(Part part, DescribedPredicate<JavaClass> friends, String... packages) {
        return classes()
                .that(part.classes())
                .should()
                .onlyDependOnClassesThat(part.classes().or(friends).or(resideInAnyPackage(packages)));
    }
}
