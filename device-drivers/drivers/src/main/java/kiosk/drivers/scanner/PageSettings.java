package kiosk.drivers.scanner;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets an opened scanner to one A4 page in colour, as far as it has the options for it (SANE Standard 1.06, 4.5). */
final class PageSettings {
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;
    private static final double MILLIMETRES_AN_INCH = 25.4;

    private final SaneSession session;
    private final int handle;
    private List<SaneOption> options = List.of();

    PageSettings(SaneSession session, int handle) {
        this.session = session;
        this.handle = handle;
    }

    /** Sets everything and says how finely the scanner will scan. The source is left as it is if none is named. */
    int apply(int dotsPerInch, String source) throws IOException, InterruptedException, SaneRefused {
        options = session.options(handle);
        if (!source.isEmpty()) {
            choose("source", source);
        }
        chooseColour();
        setNumber("depth", 8);
        int resolution = (int) Math.round(setNumber("resolution", dotsPerInch).orElse((double) dotsPerInch));
        setLength("tl-x", 0, resolution);
        setLength("tl-y", 0, resolution);
        setLength("br-x", A4_WIDTH, resolution);
        setLength("br-y", A4_HEIGHT, resolution);
        return resolution;
    }

    private Optional<SaneOption> settable(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name) && option.settable())
                .findFirst();
    }

    private void choose(String name, String text) throws IOException, InterruptedException, SaneRefused {
        SaneOption option = settable(name).orElseThrow(() -> SaneRefused.misconfigured("no option " + name));
        String known = option.texts().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> SaneRefused.misconfigured("no such " + name));
        done(session.set(handle, option, known));
    }

    /** The standard's word is {@code Color}; some backends say {@code 24bit Color}. A scanner without colours stays grey. */
    private void chooseColour() throws IOException, InterruptedException, SaneRefused {
        Optional<SaneOption> mode = settable("mode");
        Optional<String> colour = mode.stream()
                .flatMap(option -> option.texts().stream())
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("color"))
                .findFirst();
        if (mode.isPresent() && colour.isPresent()) {
            done(session.set(handle, mode.get(), colour.get()));
        }
    }

    /** Sets a number, if there is such an option, and says what it is now. */
    private Optional<Double> setNumber(String name, double number)
            throws IOException, InterruptedException, SaneRefused {
        Optional<SaneOption> found = settable(name).filter(SaneOption::isNumber);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SaneOption option = found.get();
        int wanted = option.withinRange(option.scaled(number));
        int actual = done(session.set(handle, option, wanted)).word().orElse(wanted);
        return Optional.of(option.number(actual));
    }

    private void setLength(String name, double millimetres, int resolution)
            throws IOException, InterruptedException, SaneRefused {
        Optional<SaneOption> option = settable(name);
        if (option.isPresent()) {
            boolean inPixels = option.get().unit() == SaneOption.PIXELS;
            setNumber(name, inPixels ? millimetres / MILLIMETRES_AN_INCH * resolution : millimetres);
        }
    }

    /** Options may come, go and change their ranges when another is set. */
    private SaneSession.Effect done(SaneSession.Effect effect) throws IOException, InterruptedException {
        if (effect.optionsChanged()) {
            options = session.options(handle);
        }
        return effect;
    }
}
