package kiosk.demo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The modules as the rules of architecture see them: a folder each and the packages that live in it. */
enum Part {
    CORE("kiosk-app/core", ""),
    DOCUMENTS("kiosk-app/documents", "kiosk.documents.."),
    DESKTOP("kiosk-app/desktop", "kiosk.desktop.."),
    DEMO("kiosk-app/demo", "kiosk.demo.."),
    CONTRACTS("device-drivers/contracts", "kiosk.contracts.."),
    DRIVERS("device-drivers/drivers", "kiosk.drivers.."),
    EMULATORS("device-drivers/emulators", "kiosk.emulators.."),
    SYNC("offline-sync/sync", "kiosk.sync.."),
    REFERENCE_PLATFORM("offline-sync/reference-platform", "platform.."),
    CONFIG("config", "kiosk.config..");

    private final String folder;
    private final String packages;

    Part(String folder, String packages) {
        this.folder = folder;
        this.packages = packages;
    }

    /** Core is whatever is ours and nobody else's. */
    DescribedPredicate<JavaClass> classes() {
        if (this != CORE) {
            return resideInAPackage(packages);
        }
        return describe(
                "reside in core", c -> resideInAPackage("kiosk..").test(c) && others().noneMatch(p -> p.test(c)));
    }

    JavaClasses compiled() {
        return compiledFrom(List.of(this));
    }

    static JavaClasses everything() {
        return compiledFrom(List.of(values()));
    }

    private static Stream<DescribedPredicate<JavaClass>> others() {
        return Arrays.stream(values()).filter(p -> p != CORE).map(Part::classes);
    }

    private static JavaClasses compiledFrom(List<Part> parts) {
        return new ClassFileImporter()
                .importPaths(parts.stream()
                        .map(p -> root().resolve(p.folder).resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
