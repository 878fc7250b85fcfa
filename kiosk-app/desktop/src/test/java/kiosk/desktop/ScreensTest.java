package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import kiosk.catalogue.Department;
import kiosk.catalogue.Language;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.frame.Look;
import kiosk.desktop.widget.Texts;
import kiosk.device.DeviceKind;
import kiosk.visit.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold on every screen in every light; each is also left as a picture under target/gallery, to be looked at. */
class ScreensTest {
    private static final Surroundings FULL = new Surroundings(
            EnumSet.allOf(DeviceKind.class), EnumSet.allOf(Department.class), Surroundings.Queue.FULL, List.of());

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
                        "largest", Language.ZH_CN, Look.TextSize.LARGEST, Look.Contrast.HIGH, Look.Shape.PORTRAIT),
                new Gallery.Light(
                        "english", Language.EN, Look.TextSize.LARGE, Look.Contrast.USUAL, Look.Shape.LANDSCAPE));
    }

    @Test
    void everyStepHasAScreen() {
        List<Class<?>> drawn =
                new ArrayList<>(Gallery.screens(new Texts(), new Look()).steps());
        assertThat(drawn).containsExactlyInAnyOrder(Visit.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("lights")
    @Timeout(240)
    void everythingToTouchIsLargeAndNamedAndNoWordIsCut(Gallery.Light light) throws Exception {
        Gallery gallery = Studio.on(() -> new Gallery(light));
        for (var each : SampleVisits.visits().entrySet()) {
            String name = light + " " + each.getKey();
            Scene scene = Studio.on(() -> gallery.hang(each.getValue(), around(each.getKey())));
            Studio.settle();
            Studio.on(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return Eye.look(name, scene.getRoot());
            });
            if (light.kept()) {
                Path picture = Path.of("target/gallery", light.name(), each.getKey() + ".png");
                assertThat(Files.size(Studio.picture(scene, picture))).isGreaterThan(10_000);
            }
        }
    }

    @Test
    void aReceiptThatIsHeldUpDoesNotSayThatTheMatterIsDone() {
        Gallery gallery = Studio.on(() -> new Gallery(lights().toList().get(0)));
        assertThat(held(gallery, "14-held-queued")).contains("已经收好了").doesNotContain("办好了");
        assertThat(held(gallery, "14-held")).contains("已经办好了");
    }

    private static String held(Gallery gallery, String name) {
        return Studio.on(() -> {
            gallery.hang(SampleVisits.visits().get(name), Samples.FINE);
            return gallery.words();
        });
    }

    private static Surroundings around(String name) {
        if (name.contains("chores")) {
            return Samples.CHORES;
        }
        if (name.contains("disk-full")) {
            return FULL;
        }
        return name.contains("offline") || name.contains("queued") || name.contains("claim")
                ? Samples.CUT
                : Samples.FINE;
    }
}
