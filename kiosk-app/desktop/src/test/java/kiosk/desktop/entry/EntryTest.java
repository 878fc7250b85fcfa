package kiosk.desktop.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import kiosk.catalogue.Field.Option;
import kiosk.catalogue.Text;
import kiosk.desktop.Samples;
import kiosk.desktop.Studio;
import kiosk.desktop.widget.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EntryTest {
    private final Texts texts = new Texts();
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void openTheStudio() {
        Studio.open();
    }

    private static void touch(Parent parent, String... ids) {
        for (String id : ids) {
            Studio.on(() -> {
                Node found = find(parent, id);
                assertThat(found).as(id).isInstanceOf(Button.class);
                ((Button) found).fire();
                return true;
            });
        }
    }

    private static Node find(Parent parent, String id) {
        for (Node each : parent.getChildrenUnmodifiable()) {
            if (id.equals(each.getId())) {
                return each;
            }
            Node deeper = each instanceof Parent inner ? find(inner, id) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private String last() {
        return told.get(told.size() - 1);
    }

    @Test
    void digitsAreTypedErasedAndCleared() {
        InputLine line = Studio.on(() -> new InputLine("field-phone", 3, told::add));
        Parent pad = Studio.on(() -> Keyboard.digits(line, texts));
        touch(pad, "key-1", "key-3", "key-9", "key-9");
        assertThat(line.text()).isEqualTo("139");
        touch(pad, "key-erase");
        assertThat(last()).isEqualTo("13");
        touch(pad, "key-clear");
        assertThat(last()).isEmpty();
    }

    @Test
    void anIdentityNumberMayEndInX() {
        InputLine line = Studio.on(() -> new InputLine("field-id", 18, told::add));
        touch(Studio.on(() -> Keyboard.identityNumber(line, texts)), "key-2", "key-X");
        assertThat(line.text()).isEqualTo("2X");
    }

    @Test
    void aRareCharacterIsErasedWhole() {
        InputLine line = Studio.on(() -> new InputLine("field-name", 10, told::add));
        Studio.on(() -> {
            line.hold("刘𬱖");
            line.erase();
            return true;
        });
        assertThat(line.text()).isEqualTo("刘");
    }

    @Test
    void chineseIsTypedByPinyinAndCandidates() {
        InputLine line = Studio.on(() -> new InputLine("field-address", 20, told::add));
        Parent keys = Studio.on(() -> Keyboard.text(line, texts));
        touch(keys, "key-h", "key-a", "key-n", "key-g", "key-z", "key-h", "key-o", "key-u", "candidate-杭州");
        touch(keys, "candidate-市");
        touch(keys, "key-signs", "key-3", "key-号");
        assertThat(line.text()).isEqualTo("杭州市3号");
    }

    @Test
    void theSpaceBarTakesTheFirstCandidateAndEraseTakesALetterOfTheSpelling() {
        InputLine line = Studio.on(() -> new InputLine("field-address", 20, told::add));
        Parent keys = Studio.on(() -> Keyboard.text(line, texts));
        touch(keys, "key-w", "key-o", "key-o", "key-erase", "key-space");
        assertThat(line.text()).isEqualTo("我");
        touch(keys, "key-latin", "key-shift", "key-A", "key-shift", "key-b");
        assertThat(line.text()).isEqualTo("我Ab");
    }

    @Test
    void oneTileReplacesTheOtherAndSeveralKeepTheirDeclaredOrder() {
        List<Option> options = List.of(new Option("a", new Text("甲", "A")), new Option("b", new Text("乙", "B")));
        Parent one = Studio.on(() -> ChoiceTiles.one(options, texts, told::add));
        touch(one, "option-b", "option-a");
        assertThat(last()).isEqualTo("a");
        Parent several = Studio.on(() -> ChoiceTiles.several(options, texts, told::add));
        touch(several, "option-b", "option-a");
        assertThat(last()).isEqualTo("a,b");
        touch(several, "option-b");
        assertThat(last()).isEqualTo("a");
    }

    @Test
    void aDayIsChosenByYearMonthAndDay() {
        Parent picker =
                Studio.on(() -> new DayPicker(LocalDate.of(2020, 5, 10), LocalDate.of(2026, 11, 22), texts, told::add));
        touch(picker, "year-2025", "month-2", "day-28");
        assertThat(last()).isEqualTo("2025-02-28");
        touch(picker, "date-year", "year-2026", "month-11");
        assertThat(Studio.on(() -> find(picker, "day-23").isDisabled())).isTrue();
        assertThat(last()).isEmpty();
    }

    @Test
    void aRangeOfMonthsIsChosenFromAndTo() {
        Parent picker =
                Studio.on(() -> MonthPicker.range(YearMonth.of(2016, 11), YearMonth.of(2026, 11), texts, told::add));
        touch(picker, "year-2024", "month-3", "year-2026", "month-10");
        assertThat(last()).isEqualTo("2024-03/2026-10");
        touch(picker, "key-last-12");
        assertThat(last()).isEqualTo("2025-12/2026-11");
    }

    @Test
    void aMonthAloneIsChosen() {
        Parent picker =
                Studio.on(() -> MonthPicker.month(YearMonth.of(2026, 1), YearMonth.of(2026, 11), texts, told::add));
        touch(picker, "year-2026", "month-4");
        assertThat(last()).isEqualTo("2026-04");
    }

    @Test
    void aCityIsChosenWithinItsProvince() {
        var province = Samples.CATALOGUE.regions().stream()
                .filter(it -> !it.parts().isEmpty())
                .findFirst()
                .orElseThrow();
        String city = province.parts().get(0).code();
        Parent picker = Studio.on(() -> new PlacePicker(Samples.CATALOGUE, texts, told::add));
        touch(picker, "place-" + province.code(), "place-" + city);
        assertThat(last()).isEqualTo(city);
        touch(picker, "places-back");
        assertThat(Studio.on(() -> find(picker, "place-" + province.code()))).isNotNull();
    }

    @Test
    void aSignatureIsBlackOnWhiteAndATouchIsNone() throws Exception {
        SignaturePad pad = Studio.on(() -> new SignaturePad(() -> told.add("stroke")));
        Studio.on(() -> new Scene(new StackPane(pad), 800, 400).snapshot(null));
        drag(pad, 100, 100);
        assertThat(pad.signed()).isFalse();
        drag(pad, 100, 100, 300, 200, 500, 120);
        assertThat(pad.signed()).isTrue();
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(pad.signature().png()));
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.WHITE);
        assertThat(count(image, Color.BLACK)).isBetween(500, image.getWidth() * image.getHeight() / 2);
        Studio.on(() -> {
            pad.wipe();
            return true;
        });
        assertThat(pad.signed()).isFalse();
    }

    private static int count(BufferedImage image, Color colour) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return found;
    }

    private static void drag(Node node, double... path) {
        Studio.on(() -> {
            Event.fireEvent(node, mouse(MouseEvent.MOUSE_PRESSED, path[0], path[1]));
            for (int i = 2; i < path.length; i += 2) {
                Event.fireEvent(node, mouse(MouseEvent.MOUSE_DRAGGED, path[i], path[i + 1]));
            }
            Event.fireEvent(node, mouse(MouseEvent.MOUSE_RELEASED, path[0], path[1]));
            return true;
        });
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }
}
