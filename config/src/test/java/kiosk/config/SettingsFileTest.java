package kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.upkeep.Paper;
import kiosk.visit.Visit;
import kiosk.visit.runner.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    private static final String LEAST = """
        terminal: AB7
        place: {zh-CN: 大厅, en: Hall}
        help: {zh-CN: 请问工作人员, en: Ask the staff}
        platform: {url: http://127.0.0.1:8080}
        data: /data
        devices: {}
        technician: {pinFile: pin}
        """;

    @TempDir
    Path folder;

    @Test
    void theShippedSettingsNameEveryKindOfDevice() {
        KioskSettings shipped = SettingsFile.shipped();
        assertThat(shipped.devices()).containsOnlyKeys(DeviceKind.values());
        assertThat(shipped.devices())
                .containsEntry(
                        DeviceKind.PAGE_PRINTER,
                        new DeviceSettings("ipp", Map.of("uri", "ipp://localhost:631/printers/kiosk")));
        assertThat(shipped.terminal()).isEqualTo("K001");
        assertThat(shipped.platform().url().getScheme()).isEqualTo("https");
    }

    @Test
    void whatIsNotSaidStaysAsUsual() throws IOException {
        assertThat(SettingsFile.in(file(LEAST)))
                .isEqualTo(new KioskSettings(
                        "AB7",
                        new Text("大厅", "Hall"),
                        new Text("请问工作人员", "Ask the staff"),
                        new KioskSettings.Platform(
                                URI.create("http://127.0.0.1:8080"),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(5),
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty()),
                        Path.of("/data"),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Patience.USUAL,
                        Duration.ofSeconds(20),
                        new KioskSettings.Technician(Path.of("/data/pin"), 5, Duration.ofSeconds(900)),
                        Paper.USUAL,
                        Duration.ofHours(24),
                        Optional.empty(),
                        KioskSettings.Queue.USUAL));
    }

    @Test
    void terminalsOfAPlatformElsewhereComeBackSpreadOverAMinute() throws IOException {
        String elsewhere = LEAST.replace("http://127.0.0.1:8080", "https://platform.example:8443/kiosk");
        assertThat(elsewhere).isNotEqualTo(LEAST);
        assertThat(SettingsFile.in(file(elsewhere)).platform().spread()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theVendorsCertificateIsNamedByAPathFromTheRoot() throws IOException {
        assertThat(SettingsFile.in(file(LEAST + "support: {certificate: /etc/vendor.pem}\n"))
                        .supportCertificate())
                .contains(Path.of("/etc/vendor.pem"));
    }

    @Test
    void draftsAreKeptForSoManyHoursOrNotAtAllAndNeverForWeeks() throws IOException {
        assertThat(SettingsFile.in(file(LEAST + "drafts: {keepFor: 8}\n")).keepDrafts())
                .isEqualTo(Duration.ofHours(8));
        assertThat(SettingsFile.in(file(LEAST + "drafts: {keepFor: 0}\n")).keepDrafts())
                .isZero();
        assertThatThrownBy(() -> SettingsFile.in(file(LEAST + "drafts: {keepFor: 73}\n")))
                .isInstanceOf(ConfigProblem.class);
    }

    @Test
    void theWordsAreToldWithoutTheirValues() throws IOException {
        assertThat(SettingsFile.words(file(LEAST + "fonts: [/a, /b]\npaper: {traySheets: 500}\n")))
                .contains("terminal", "platform.url", "data", "fonts", "paper.traySheets")
                .noneMatch(it -> it.contains("127.0.0.1") || it.contains("/data") || it.contains("500"));
    }

    @Test
    void thePaperThatFitsTheTerminalIsReadInMetresAndSheets() throws IOException {
        assertThat(SettingsFile.in(file(LEAST + "paper: {rollMetres: 50, traySheets: 500}\n"))
                        .paper())
                .isEqualTo(new Paper(50_000, 500));
        assertThat(SettingsFile.in(file(LEAST + "paper: {traySheets: 500}\n")).paper())
                .isEqualTo(new Paper(Paper.USUAL.rollMillimetres(), 500));
        assertThatThrownBy(() -> SettingsFile.in(file(LEAST + "paper: {rollMetres: 0}\n")))
                .isInstanceOf(ConfigProblem.class);
    }

    @Test
    void howLongWhatIsOverStaysIsSaidInDaysAndEntries() throws IOException {
        assertThat(SettingsFile.in(file(LEAST + "queue: {receiptDays: 30, journalEntries: 5000}\n"))
                        .queue())
                .isEqualTo(new KioskSettings.Queue(Duration.ofDays(30), 5000));
        assertThatThrownBy(() -> SettingsFile.in(file(LEAST + "queue: {receiptDays: 0}\n")))
                .isInstanceOf(ConfigProblem.class);
    }

    @Test
    void aPlatformOfItsOwnAuthorityIsNamedWhole() throws IOException {
        String whole = "{url: https://platform.example, authorities: /a.pem, key: /k, probe: 1, spread: 0,"
                + " enrolment: once-0815, token: {module: /usr/lib/token.so, slot: 2, pinFile: /etc/pin}}";
        assertThat(SettingsFile.in(file(LEAST.replace("{url: http://127.0.0.1:8080}", whole)))
                        .platform())
                .isEqualTo(new KioskSettings.Platform(
                        URI.create("https://platform.example"),
                        Optional.of(Path.of("/a.pem")),
                        Optional.of(Path.of("/k")),
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Optional.of("once-0815"),
                        Optional.of(new KioskSettings.Token(Path.of("/usr/lib/token.so"), 2, Path.of("/etc/pin")))));
    }

    @Test
    void aPatienceOfTheSettingsReachesItsStep() throws IOException {
        Patience patience = SettingsFile.in(file(LEAST + "patience: {otherwise: 33, signing: 44, delivery: 5}\n"))
                .patience();
        assertThat(patience.steps())
                .containsEntry("Signing", Duration.ofSeconds(44))
                .containsEntry("FillingForm", Patience.USUAL.steps().get("FillingForm"))
                .containsEntry("Informing", Duration.ofSeconds(33));
        assertThat(patience.delivery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(patience.pages()).isEqualTo(Patience.USUAL.pages());
    }

    @Test
    void everyStepThatWaitsForATouchCanBeNamed() throws IOException {
        Path wrong = file(LEAST + "patience: {idling: 1}\n");
        assertThatThrownBy(() -> SettingsFile.in(wrong))
                .isInstanceOfSatisfying(
                        ConfigProblem.class,
                        it -> assertThat(it.known())
                                .contains("filling-form", "rating-service", "awaiting-card")
                                .doesNotContain("idle", "submitting")
                                .hasSize(Visit.class.getPermittedSubclasses().length - 3 + 6));
    }

    @Test
    void theReadmeNamesEveryWordOfThePatienceAndItsBounds() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Path wrong = file(LEAST + "patience: {idling: 1}\n");
        assertThatThrownBy(() -> SettingsFile.in(wrong))
                .isInstanceOfSatisfying(
                        ConfigProblem.class,
                        it -> assertThat(it.known())
                                .allMatch(word ->
                                        readme.contains("`" + word + "`") || readme.contains("`patience." + word)));
        Patience longest =
                SettingsFile.in(file(LEAST + "patience: {otherwise: 7200}\n")).patience();
        assertThat(readme).contains("seconds from 1 to " + longest.otherwise().toSeconds());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        terminal: AB7                        | terminal: k1                                    | 1 | k1
        terminal: AB7                        | terminals: AB7                                  | 1 | terminals
        place: {zh-CN: 大厅, en: Hall}        | place: {zh-CN: 大厅}                             | 2 | en
        place: {zh-CN: 大厅, en: Hall}        | place: {zh-CN: 大厅, en: Hall, fr: Salle}        | 2 | fr
        {url: http://127.0.0.1:8080}         | {url: http://platform.example}                  | 4 | http://platform.example
        {url: http://127.0.0.1:8080}         | {url: "not an address"}                         | 4 | not an address
        {url: http://127.0.0.1:8080}         | {url: https:opaque}                             | 4 | https:opaque
        {url: http://127.0.0.1:8080}         | {url: https://p.example, key: k}                | 4 | k
        {url: http://127.0.0.1:8080}         | {url: https://p.example, probe: 0}              | 4 | 0
        data: /data                          | data: data                                      | 5 | data
        devices: {}                          | devices: {fax: {driver: x}}                     | 6 | fax
        devices: {}                          | devices: {page-printer: {uri: x}}               | 6 | driver
        devices: {}                          | devices: {page-printer: {driver: ipp, URI: x}}  | 6 | URI
        technician: {pinFile: pin}           | technician: {pinFile: pin, attempts: 0}         | 7 | 0
        technician: {pinFile: pin}           | technician: {pinFile: pin, attempts: many}      | 7 | many
        """)
    void aWrongWordIsNamedWithItsLine(String right, String wrong, int line, String word) throws IOException {
        Path file = file(LEAST.replace(right, wrong));
        assertThatThrownBy(() -> SettingsFile.in(file)).isInstanceOfSatisfying(ConfigProblem.class, it -> {
            assertThat(it.file()).isEqualTo(file.toString());
            assertThat(it.line()).isEqualTo(line);
            assertThat(it.word()).isEqualTo(word);
            assertThat(it).hasMessageContaining(file + ":" + line).hasMessageContaining(word);
        });
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> SettingsFile.in(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("there is no such file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("kiosk.yaml"), text);
    }
}
