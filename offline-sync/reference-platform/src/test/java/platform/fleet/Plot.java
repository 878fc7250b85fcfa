package platform.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A plot over seconds as an inline SVG: no script, no library. */
final class Plot {
    static final String OURS = "#1f5f99";
    static final String SECOND = "#c46a1b";
    static final String THIRD = "#5b8c5a";
    static final String LIMIT = "#a33";

    private static final int WIDTH = 920;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;
    private static final int TICKS_UP = 5;
    private static final int TICKS_ACROSS = 12;

    private final List<Curve> curves = new ArrayList<>();
    private final String unit;

    /** One value a second; a level is a curve of one value, drawn right across. */
    private record Curve(String name, String colour, double[] values) {
        boolean isLevel() {
            return values.length == 1;
        }
    }

    Plot(String unit) {
        this.unit = unit;
    }

    Plot curve(String name, String colour, double[] values) {
        curves.add(new Curve(name, colour, values));
        return this;
    }

    Plot level(String name, double value) {
        return curve(name, LIMIT, new double[] {value});
    }

    String svg() {
        double most = curves.stream()
                .flatMapToDouble(c -> Arrays.stream(c.values()))
                .max()
                .orElse(1);
        double stepUp = step(most / TICKS_UP);
        double top = stepUp * Math.ceil(most / stepUp);
        double end = Math.max(
                2, curves.stream().mapToInt(c -> c.values().length).max().orElse(2) - 1.0);
        StringBuilder svg = new StringBuilder(
                format("<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">", WIDTH, HEIGHT));
        for (double y = 0; y <= top; y += stepUp) {
            line(svg, y(y, top));
            text(svg, LEFT - 6, y(y, top) + 4, "end", format(stepUp < 1 ? "%.1f" : "%,.0f", y));
        }
        double across = step(end / TICKS_ACROSS);
        for (double x = 0; x <= end; x += across) {
            text(svg, x(x, end), HEIGHT - BOTTOM + 16, "middle", format("%.0f", x));
        }
        text(svg, WIDTH - RIGHT, HEIGHT - 6, "end", "线路恢复后秒数 seconds after the line came back");
        text(svg, LEFT, HEIGHT - 6, "start", unit);
        curves.forEach(curve -> draw(svg, curve, end, top));
        return svg.append("</svg>").append(legend()).toString();
    }

    private static void draw(StringBuilder svg, Curve curve, double end, double top) {
        svg.append("<polyline fill=\"none\" stroke=\"")
                .append(curve.colour())
                .append(curve.isLevel() ? "\" stroke-dasharray=\"6 4" : "")
                .append("\" stroke-width=\"1.5\" points=\"");
        if (curve.isLevel()) {
            double y = y(curve.values()[0], top);
            svg.append(format("%d,%.1f %d,%.1f", LEFT, y, WIDTH - RIGHT, y));
        }
        for (int i = 0; i < curve.values().length && !curve.isLevel(); i++) {
            svg.append(format("%.1f,%.1f ", x(i, end), y(curve.values()[i], top)));
        }
        svg.append("\"/>");
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (Curve curve : curves) {
            legend.append("<span><i style=\"background:")
                    .append(curve.colour())
                    .append("\"></i>")
                    .append(curve.name())
                    .append("</span>");
        }
        return legend.append("</p>").toString();
    }

    private static void line(StringBuilder svg, double y) {
        svg.append(format(
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>", LEFT, WIDTH - RIGHT, y, y));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text));
    }

    private static double x(double second, double end) {
        return LEFT + second / end * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double step(double least) {
        double rough = Math.max(least, 1e-9);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
