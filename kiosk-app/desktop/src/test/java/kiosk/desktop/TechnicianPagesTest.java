package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import kiosk.catalogue.Language;
import kiosk.desktop.frame.Look;
import kiosk.desktop.technician.Bench;
import kiosk.desktop.technician.Workshop;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.submission.Backlog;
import kiosk.submission.Outbox;
import kiosk.visit.UnderMaintenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages behind the technician's door, each reached by touches, drawn and looked over. */
class TechnicianPagesTest {
    private static final Map<String, List<String>> TOUCHES = Map.ofEntries(
            Map.entry("20-board", List.of()),
            Map.entry("21-device", List.of("device-receipt-printer")),
            Map.entry("22-device-away", List.of("device-code-scanner")),
            Map.entry("23-tests", List.of("tab-tests")),
            Map.entry("24-network", List.of("tab-tests", "test-network")),
            Map.entry("25-question", List.of("tab-tests", "test-document-scanner")),
            Map.entry("29-place", List.of("device-code-scanner", "device-rebind")),
            Map.entry("26-queue", List.of("tab-queue")),
            Map.entry("27-report", List.of("tab-report")),
            Map.entry("27-sign", List.of("tab-report", "report-sign")),
            Map.entry("28-versions", List.of("tab-versions")));

    @BeforeAll
    static void openTheStudio() {
        Studio.open();
    }

    static Stream<Gallery.Light> lights() {
        return Stream.of(
                new Gallery.Light(
                        "portrait", Language.ZH_CN, Look.TextSize.NORMAL, Look.Contrast.USUAL, Look.Shape.PORTRAIT),
                new Gallery.Light(
                        "landscape", Language.ZH_CN, Look.TextSize.NORMAL, Look.Contrast.USUAL, Look.Shape.LANDSCAPE),
                new Gallery.Light(
                        "english-upright", Language.EN, Look.TextSize.NORMAL, Look.Contrast.HIGH, Look.Shape.PORTRAIT));
    }

    @ParameterizedTest
    @MethodSource("lights")
    void everyPageIsLargeAndNamedAndNoWordIsCut(Gallery.Light light) throws Exception {
        for (var each : TOUCHES.entrySet()) {
            Gallery gallery = Studio.on(() -> new Gallery(light));
            Studio.on(() -> gallery.hang(new UnderMaintenance(1042), Samples.FINE));
            theBenchIsFree();
            for (String button : each.getValue()) {
                Studio.on(() -> gallery.touched(button));
                theBenchIsFree();
            }
            Scene scene = Studio.on(gallery::drawn);
            theTestHasSaidWhatItMust(gallery, each.getKey());
            Studio.settle();
            Studio.on(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return Eye.look(light + " " + each.getKey(), scene.getRoot());
            });
            if (light.kept()) {
                Path picture = Path.of("target/gallery", light.name(), each.getKey() + ".png");
                assertThat(Files.size(Studio.picture(scene, picture))).isGreaterThan(10_000);
            }
            Studio.on(gallery::left);
        }
    }

    @Test
    void aQuestionIsAPageOfItsOwnSoThatADoubleTapMeetsTheShield() throws Exception {
        Gallery gallery = Studio.on(() -> new Gallery(lights().toList().get(0)));
        Studio.on(() -> gallery.hang(new UnderMaintenance(1042), Samples.FINE));
        Studio.on(() -> gallery.touched("tab-tests"));
        Studio.on(() -> gallery.touched("test-document-scanner"));
        theTestHasSaidWhatItMust(gallery, "25-question");
        Object asking = Studio.on(gallery::page);
        Studio.on(() -> gallery.touched("answer-no"));
        theTestHasSaidWhatItMust(gallery, "24-ended");
        assertThat(Studio.on(gallery::page)).isNotEqualTo(asking);
        Studio.on(gallery::left);
    }

    private static void theTestHasSaidWhatItMust(Gallery gallery, String page) throws InterruptedException {
        String sign = page.startsWith("24") ? "#notice-failed" : page.startsWith("25") ? "#answer-yes" : "#frame";
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 100 && Studio.on(() -> gallery.drawn().lookup(sign)) == null; i++) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(Studio.on(() -> gallery.drawn().lookup(sign))).as(page).isNotNull();
    }

    @Test
    void aBrokenStoreIsSaidWithWhatToDoAndTheReportIsMadeAllTheSame() throws Exception {
        StillOutbox outbox = new StillOutbox();
        outbox.broken = true;
        for (Gallery.Light light : lights().limit(2).filter(Gallery.Light::kept).toList()) {
            Gallery gallery = inside(light, outbox, SampleUpkeep::healths);
            assertThat(after(gallery, "tab-queue")).contains("队列读不出来", "再点一次");
            Studio.picture(gallery.drawn(), Path.of("target/gallery", light.name(), "26-queue-broken.png"));
            assertThat(after(gallery, "tab-report")).contains("不知道，队列读不出来");
            Studio.on(gallery::left);
        }
        Gallery gallery = inside(lights().toList().get(0), outbox, SampleUpkeep::healths);
        outbox.broken = false;
        assertThat(after(gallery, "tab-queue")).contains(Samples.NUMBER.text()).doesNotContain("读不出来");
        assertThat(after(gallery, "retry-" + Samples.NUMBER.text())).contains(Samples.NUMBER.text());
        assertThat(outbox.retried).hasSize(1);
        outbox.broken = true;
        assertThat(after(gallery, "retry-" + Samples.NUMBER.text())).contains("队列读不出来");
        Studio.on(gallery::left);
    }

    @Test
    void whatWaitsIsSaidInWordsAndCarriedOnAStickOnlyWhereThereIsOne() throws Exception {
        for (Gallery.Light light : lights().limit(2).toList()) {
            StillBacklog backlog = new StillBacklog();
            Workshop workshop =
                    Samples.workshop(Path.of("target/nothing-set"), new StillOutbox(), backlog, SampleUpkeep::healths);
            Gallery gallery = Studio.on(() -> new Gallery(light, workshop));
            Studio.on(() -> gallery.hang(new UnderMaintenance(1042), Samples.FINE));
            theBenchIsFree();
            assertThat(after(gallery, "tab-queue"))
                    .contains("跨省异地就医备案", "平台没有应答", "评价：", "1 天 2 小时")
                    .contains("平台上这个编号属于另一台终端（other-terminal）", "平台拒收，请把代码报给平台方（teapot）")
                    .doesNotContain("cross-region-care", "NEEDS_CITIZEN", "NO_ANSWER", "PLATFORM_DOWN");
            rolledDown(gallery, light);
            assertThat(after(gallery, "queue-carry")).contains("没有找到U盘");
            backlog.comesOf = new Backlog.Written(2, 1, 20_480);
            assertThat(after(gallery, "queue-carry")).contains("已写好 2 件，共 20 KB", "有 1 件没有写入");
            if (light.kept()) {
                Studio.picture(gallery.drawn(), Path.of("target/gallery", light.name(), "26-queue-carried.png"));
            }
            backlog.empty = true;
            assertThat(after(gallery, "tab-queue")).contains("没有待送的办件").doesNotContain("导出");
            Studio.on(gallery::left);
        }
    }

    private static void rolledDown(Gallery gallery, Gallery.Light light) throws Exception {
        Scene scene = Studio.on(gallery::drawn);
        Studio.on(() -> {
            ((Button) scene.lookup("#roll-down")).fire();
            scene.getRoot().layout();
            return Eye.look(light + " queue rolled down", scene.getRoot());
        });
        if (light.kept()) {
            Studio.picture(scene, Path.of("target/gallery", light.name(), "26-queue-below.png"));
        }
    }

    @Test
    void theVersionsAreNamedInTheLanguageThatIsSpoken() throws Exception {
        Gallery chinese = inside(lights().toList().get(0), new StillOutbox(), SampleUpkeep::healths);
        assertThat(after(chinese, "tab-versions"))
                .contains("程序：OneStop Kiosk 0.1.0", "终端编号：K001", "运行环境：Java ", "操作系统：")
                .doesNotContain("Terminal", "unknown");
        Studio.on(chinese::left);
        Gallery english = inside(lights().toList().get(2), new StillOutbox(), SampleUpkeep::healths);
        assertThat(after(english, "tab-versions")).contains("Terminal: K001");
        Studio.on(english::left);
    }

    @Test
    void aTechnicianIsNotToldToTellTheStaff() throws Exception {
        Gallery gallery = inside(lights().toList().get(0), new StillOutbox(), SampleUpkeep::healths);
        assertThat(Studio.on(gallery::words)).contains("不能用：没有连上").doesNotContain("请告诉工作人员");
        assertThat(after(gallery, "device-code-scanner"))
                .contains("不能用：没有连上（/dev/ttyUSB1）", "谁来处理：大厅工作人员")
                .doesNotContain("请告诉工作人员");
        Studio.on(gallery::left);
    }

    @Test
    void aCauseGoesWhenItsDeviceIsWellAgain() throws Exception {
        AtomicReference<Map<DeviceKind, Health>> healths = new AtomicReference<>(SampleUpkeep.healths());
        Gallery gallery = inside(lights().toList().get(0), new StillOutbox(), healths::get);
        assertThat(Studio.on(() -> gallery.drawn().lookup("#cause-cable-or-device")))
                .isNotNull();
        Map<DeviceKind, Health> well = new EnumMap<>(healths.get());
        well.put(DeviceKind.CODE_SCANNER, Health.online(Health.Nameplate.UNKNOWN));
        healths.set(well);
        assertThat(Studio.on(() -> gallery.drawn().lookup("#cause-cable-or-device")))
                .isNull();
        Studio.on(gallery::left);
    }

    private static Gallery inside(Gallery.Light light, Outbox outbox, Supplier<Map<DeviceKind, Health>> healths)
            throws InterruptedException {
        Workshop workshop = Samples.workshop(Path.of("target/nothing-set"), outbox, new StillBacklog(), healths);
        Gallery gallery = Studio.on(() -> new Gallery(light, workshop));
        Studio.on(() -> gallery.hang(new UnderMaintenance(1042), Samples.FINE));
        theBenchIsFree();
        return gallery;
    }

    /** The words after a touch and what it began. */
    private static String after(Gallery gallery, String button) throws InterruptedException {
        Studio.on(() -> gallery.touched(button));
        theBenchIsFree();
        return Studio.on(() -> {
            gallery.drawn();
            return gallery.words();
        });
    }

    private static void theBenchIsFree() throws InterruptedException {
        CountDownLatch free = new CountDownLatch(2);
        Bench.WORK.execute(free::countDown);
        Bench.LOOKS.execute(free::countDown);
        assertThat(free.await(10, TimeUnit.SECONDS)).isTrue();
        Studio.settle();
    }
}
