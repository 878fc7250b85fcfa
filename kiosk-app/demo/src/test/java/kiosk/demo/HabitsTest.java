package kiosk.demo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import kiosk.desktop.Screen;
import kiosk.visit.Visit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Habits of the whole code that neither the compiler nor the formatter sees. */
class HabitsTest {
    private static final JavaClasses ALL = Part.everything();

    @Test
    void nobodySleepsWhereSomethingCanBeWaitedFor() {
        noClasses()
                .that(not(Part.EMULATORS.classes()))
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a wait ends when the thing happens or its patience ends; only emulators keep a device's pace")
                .check(ALL);
    }

    @Test
    void nobodyPrintsWhereALogOrAScreenBelongs() {
        noClasses()
                .that(not(Part.DEMO.classes().or(Part.REFERENCE_PLATFORM.classes())))
                .and()
                .haveSimpleNameNotEndingWith("Command")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a terminal has no one who reads its console")
                .check(ALL);
    }

    @Test
    void typesAreNamedAfterTheCounterNotAfterTheirPlaceInAPattern() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$]([A-Za-z]*(Manager|Helper|Utils?|Impl|Constants)|(Base|Abstract|I)[A-Z][a-z].*)")
                .because("a name says what a citizen, a technician or a wire would recognise")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarkedAndHoldsAtMostTwentyFiles() {
        ALL.forEach(c -> assertThat(c.getPackage().isAnnotatedWith(NullMarked.class))
                .as("package %s has a package-info with @NullMarked", c.getPackageName())
                .isTrue());
        filesByPackage()
                .forEach((p, files) ->
                        assertThat(files).as("files of package %s", p).hasSizeLessThanOrEqualTo(20));
    }

    private static Map<String, Set<String>> filesByPackage() {
        return ALL.stream()
                .filter(c -> !c.getSimpleName().equals("package-info") && !isStepOfAVisit(c))
                .collect(groupingBy(JavaClass::getPackageName, mapping(HabitsTest::file, toSet())));
    }

    /** Steps and their screens have a file each, and there are as many as a visit has: they do not count. */
    private static boolean isStepOfAVisit(JavaClass c) {
        return (c.isAssignableTo(Visit.class) && c.isRecord()) || c.isAssignableTo(Screen.class);
    }

    private static String file(JavaClass c) {
        return c.getSource().orElseThrow().getFileName().orElseThrow();
    }
}
