package kiosk.desktop.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kiosk.catalogue.Language;
import kiosk.catalogue.Text;
import kiosk.device.Fault;
import kiosk.device.Health;

/** Every word of the screens in the language spoken now; whoever shows words draws them again when the language changes. */
public final class Texts {
    private static final Pattern CHOICE = Pattern.compile("\\{(\\d)\\?([^|{}]*)\\|([^{}]*)}");

    private static final Pattern COUNTED = Pattern.compile("(\\d*) ?(.+)");

    private final Map<Language, Properties> wording = new EnumMap<>(Language.class);
    private final ReadOnlyObjectWrapper<Language> language = new ReadOnlyObjectWrapper<>(Language.ZH_CN);

    /** The words that came with the program. */
    public Texts() {
        for (Language each : Language.values()) {
            wording.put(each, read("/kiosk/desktop/texts_" + each.tag().replace('-', '_') + ".properties"));
        }
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " in the program");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The words of the screens cannot be read.", unreadable);
        }
        return words;
    }

    /**
     * The wording under a key, with {@code {0}}, {@code {1}} … replaced by the parts; {@code {0?minute|minutes}} is the first word where
     * part 0 is one, else the second.
     */
    public String say(String key, Object... parts) {
        String words = wording(language()).getProperty(key);
        if (words == null) {
            throw new IllegalStateException(
                    "no words for " + key + " in " + language().tag());
        }
        words = CHOICE.matcher(words)
                .replaceAll(it -> Matcher.quoteReplacement(isOne(it, parts) ? it.group(2) : it.group(3)));
        for (int i = 0; i < parts.length; i++) {
            words = words.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return words;
    }

    private static boolean isOne(MatchResult choice, Object... parts) {
        int part = Integer.parseInt(choice.group(1));
        return part < parts.length && "1".equals(String.valueOf(parts[part]));
    }

    /** The wording of a constant: {@code Problem.Why.NOT_A_PHONE} is under {@code problem.why.not-a-phone}. */
    public String say(Enum<?> constant) {
        return say(keyOf(constant));
    }

    /** Whether there is a wording under a key. */
    public boolean knows(String key) {
        return wording(language()).containsKey(key);
    }

    /** What the host's clerk is asked to do about a fault; {@code say(cause)} is for the citizen. */
    public String clerk(Fault.Cause cause) {
        return say("fault.clerk." + wordOf(cause));
    }

    /** How a device is, for whoever cures it: its state, and what is wrong with it. */
    public String condition(Health.State state, Optional<Fault> fault) {
        return say(state)
                + fault.map(it -> say("technician.mark") + say("fault.what." + wordOf(it.cause())))
                        .orElse("");
    }

    /** The same, and after it the device's own word for it, which a technician may have to quote. */
    public String diagnosis(Health.State state, Optional<Fault> fault) {
        return quoting(condition(state, fault), phrase(fault.map(Fault::code).orElse("")));
    }

    /** What a driver or a survey says itself: in the language spoken now where it is a known phrase, else as it is. */
    public String phrase(String said) {
        Matcher parts = COUNTED.matcher(said);
        String key = parts.matches()
                ? "phrase." + parts.group(2).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                : "";
        return knows(key) ? say(key, parts.group(1)) : said;
    }

    /** Words, and after them in parentheses the code that a technician may have to quote, where there is one. */
    public String quoting(String words, String code) {
        return code.isEmpty() ? words : say("part.quoted", words, code);
    }

    /** What to do about what a constant names: the wording under its key with {@code .next}. */
    public String sayNext(Enum<?> constant) {
        return say(keyOf(constant) + ".next");
    }

    /** The wording of a catalogue's text. */
    public String say(Text text) {
        return text.in(language());
    }

    private static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of a constant. */
    static String keyOf(Enum<?> constant) {
        String name = constant.getDeclaringClass().getName();
        String type =
                name.substring(name.lastIndexOf('.') + 1).replace('$', '.').replaceAll("([a-z])([A-Z])", "$1-$2");
        return (type + "." + constant.name().replace('_', '-')).toLowerCase(Locale.ROOT);
    }

    /** The keys known in a language. */
    Set<String> keys(Language of) {
        return wording(of).stringPropertyNames();
    }

    private Properties wording(Language of) {
        return wording.getOrDefault(of, new Properties());
    }

    /** The language spoken now. */
    public Language language() {
        return language.get();
    }

    /** The language spoken now, to be watched. */
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** Speaks another language from now on. */
    public void speak(Language other) {
        language.set(other);
    }
}
