package kiosk.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.catalogue.Language;
import kiosk.device.Fault;
import kiosk.device.Health;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final List<Path> WHERE_THEY_ARE_SAID = List.of(
            Path.of("../../device-drivers/drivers/src/main/java"),
            Path.of("../../offline-sync/sync/src/main/java/kiosk/sync/survey"),
            Path.of("../core/src/main/java"));

    private final Texts texts = new Texts();

    @Test
    void everyPhraseIsStillSaidByADriverOrASurvey() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : WHERE_THEY_ARE_SAID) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        texts.speak(Language.EN);
        assertThat(texts.keys(Language.EN).stream()
                        .filter(it -> it.startsWith("phrase."))
                        .map(texts::say)
                        .map(it -> it.replace("{0}", "") + '"'))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(sources).contains('"' + it));
    }

    @Test
    void aKnownPhraseIsSaidInTheLanguageSpokenAndACodeAsItIs() {
        assertThat(texts.phrase("no such port")).isEqualTo("没有这个端口");
        assertThat(texts.phrase("plain, to this machine")).isEqualTo("平台就在本机，不用加密");
        assertThat(texts.phrase("2 interfaces")).isEqualTo("有 2 个网口");
        assertThat(List.of("", "192.0.2.7", "http 200", "dle-eot=16 12", "SANE_STATUS_JAMMED", "..."))
                .allSatisfy(it -> assertThat(texts.phrase(it)).isEqualTo(it));
        texts.speak(Language.EN);
        assertThat(texts.phrase("no such port")).isEqualTo("no such port");
        assertThat(texts.phrase("2 interfaces")).isEqualTo("2 interfaces");
    }

    @Test
    void aDeviceIsSaidWithItsFaultAndTheDevicesOwnWordForIt() {
        assertThat(texts.diagnosis(Health.State.ONLINE, Optional.empty())).isEqualTo("正常");
        assertThat(texts.diagnosis(
                        Health.State.OFFLINE, Optional.of(new Fault(Fault.Cause.NOT_CONNECTED, "no such port"))))
                .isEqualTo("不能用：没有连上（没有这个端口）");
        assertThat(texts.diagnosis(
                        Health.State.DEGRADED, Optional.of(new Fault(Fault.Cause.PAPER_LOW, "dle-eot-4=1e"))))
                .isEqualTo("需要留意：纸快用完了（dle-eot-4=1e）");
    }
}
