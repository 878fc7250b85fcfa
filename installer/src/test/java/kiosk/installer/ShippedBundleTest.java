package kiosk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that pretends ever reaches a terminal: no emulator, no demo, no reference platform, no sample citizen. */
class ShippedBundleTest {
    private static final List<String> PRETENDERS = List.of(
            "!/kiosk/emulators/",
            "!/kiosk/demo/",
            "!/kiosk/contracts/",
            "!/platform/",
            "people.json",
            "kiosk-demo.yaml",
            "com/sun/glass/ui/monocle/",
            "org/testfx/",
            "org/junit/",
            "org/mockito/");
    private static final List<String> SAMPLE_CITIZENS =
            List.of("110101199003078881", "11010519491231002X", "张测试", "李测试", "王测试");

    @Test
    void everythingATerminalNeedsIsThere() {
        assertThat(Shipped.jars())
                .extracting(it -> it.getFileName().toString().replaceAll("-[0-9.]+\\.jar$", ""))
                .contains(
                        "kiosk-core",
                        "kiosk-desktop",
                        "kiosk-documents",
                        "kiosk-drivers",
                        "kiosk-sync",
                        "kiosk-config",
                        "ph-fonts-noto-sans-sc",
                        "sqlite-jdbc");
        assertThat(Shipped.entries())
                .anyMatch(it -> it.endsWith("!/kiosk/desktop/Kiosk.class"))
                .anyMatch(it -> it.endsWith("!/META-INF/services/kiosk.device.DeviceProvider"))
                .anyMatch(it -> it.contains("!/catalogue/tax/"));
    }

    @Test
    void nothingThatPretendsIsThere() {
        assertThat(Shipped.entries())
                .filteredOn(it -> PRETENDERS.stream().anyMatch(it::contains))
                .isEmpty();
        assertThat(Shipped.jars())
                .noneMatch(
                        it -> it.getFileName()
                                .toString()
                                .matches(
                                        "(kiosk-(emulators|demo|device-contracts|reference-platform)|openjfx-monocle|junit).*"));
    }

    @Test
    void noSampleCitizenIsThereInAnyEncoding() {
        List<String> found = new ArrayList<>();
        Shipped.eachOfOurs((name, bytes) -> citizensIn(bytes).forEach(it -> found.add(name + " names " + it)));
        assertThat(found).isEmpty();
        assertThat(citizensIn("…张测试…".getBytes(Charset.forName("GB18030"))))
                .as("the search finds one that is there")
                .containsExactly("张测试");
    }

    private static Stream<String> citizensIn(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        return SAMPLE_CITIZENS.stream().filter(it -> encodings(it).anyMatch(raw::contains));
    }

    private static Stream<String> encodings(String text) {
        return Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("GB18030"))
                .map(it -> new String(text.getBytes(it), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aCrashLeavesNothingOfACitizenOnTheDisk() throws Exception {
        assertThat(Files.readAllLines(Shipped.IMAGE.resolve("lib/app/kiosk.cfg")))
                .contains(
                        "java-options=-XX:-HeapDumpOnOutOfMemoryError",
                        "java-options=-XX:-CreateCoredumpOnCrash",
                        "java-options=-XX:+SuppressFatalErrorMessage",
                        "java-options=-XX:+DisableAttachMechanism");
        assertThat(Files.readAllLines(Path.of("linux/onestop-kiosk.service")))
                .contains("LimitCORE=0", "MemorySwapMax=0", "Restart=always", "User=kiosk");
    }
}
