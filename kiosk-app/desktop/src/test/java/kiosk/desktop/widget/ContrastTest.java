package kiosk.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Words stand out from what is behind them by 4.5 to 1 at least (WCAG 2, 1.4.3). */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+): (#[0-9A-F]{6});");

    private static Map<String, Color> colours(String selector) throws IOException {
        String css = new String(
                ContrastTest.class
                        .getResourceAsStream("/kiosk/desktop/kiosk.css")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        int from = css.indexOf(selector + " {");
        Map<String, Color> colours = new HashMap<>();
        COLOUR.matcher(css.substring(from, css.indexOf('}', from)))
                .results()
                .forEach(it -> colours.put(it.group(1), Color.web(it.group(2))));
        return colours;
    }

    private static double light(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double contrast(Color one, Color other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static void stands(Map<String, Color> colours, String ink, String... behind) {
        for (String each : behind) {
            assertThat(contrast(colours.get(ink), colours.get(each)))
                    .as("%s on %s", ink, each)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static void everythingStands(Map<String, Color> colours) {
        stands(colours, "-ink", "-paper", "-surface", "-blue-wash", "-green-wash", "-off");
        stands(colours, "-soft-ink", "-paper", "-surface");
        stands(colours, "-blue", "-paper", "-surface", "-blue-wash");
        stands(colours, "-on-blue", "-blue", "-blue-deep");
        stands(colours, "-green", "-surface", "-green-wash");
        stands(colours, "-amber", "-surface", "-paper", "-amber-wash");
        stands(colours, "-red", "-surface", "-red-wash");
        stands(colours, "-off-ink", "-off");
    }

    @Test
    void wordsStandOutInTheUsualColours() throws IOException {
        everythingStands(colours(".kiosk"));
    }

    @Test
    void wordsStandOutInHighContrast() throws IOException {
        everythingStands(colours(".kiosk.contrast-high"));
    }
}
