package kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.identity.Citizen;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every record of core is built with a marked person in each of its parts; none shows the mark. */
class MaskTest {
    /** What a catalogue, a technician or a program writes: no citizen's word is in it. */
    private static final Set<String> NOT_PERSONAL = Set.of(
            "kiosk.catalogue.",
            "kiosk.device.DeviceSettings",
            "kiosk.device.card.CardAuthenticator$Answered",
            "kiosk.device.Fault",
            "kiosk.device.Health",
            "kiosk.diagnosis.",
            "kiosk.identity.SocialCreditCode",
            "kiosk.journal.JournalVerdict",
            "kiosk.submission.Backlog",
            "kiosk.upkeep.");

    @TestFactory
    Stream<DynamicTest> noRecordShowsThePersonInIt() {
        return records()
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName() + " masks",
                        () -> assertThat(Specimen.of(type).toString()).doesNotContain(Specimen.MARK, Specimen.NUMBER)));
    }

    @Test
    void theMarkIsSeenWhereNothingHidesIt() {
        assertThat(new Specimen.Naked(Specimen.MARK)).asString().contains(Specimen.MARK);
        assertThat(Specimen.of(Specimen.Naked.class)).asString().contains(Specimen.MARK);
    }

    @Test
    void theRecordsThatHoldAPersonAreAmongThem() {
        assertThat(records().map(Class::getSimpleName).toList())
                .contains("Citizen", "IdCard", "SocialCard", "Submission", "Slip", "Collecting", "Shown", "Entry")
                .hasSizeGreaterThan(120);
    }

    private static Stream<Class<?>> records() {
        return classes()
                .filter(Class::isRecord)
                .filter(type ->
                        NOT_PERSONAL.stream().noneMatch(it -> type.getName().startsWith(it)));
    }

    private static Stream<Class<?>> classes() {
        try {
            Path root = Path.of(Citizen.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<String> names = files.map(it -> root.relativize(it).toString())
                        .filter(it -> it.endsWith(".class") && !it.endsWith("package-info.class"))
                        .map(it -> it.substring(0, it.length() - 6)
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .toList();
                return names.stream().map(MaskTest::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, MaskTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
