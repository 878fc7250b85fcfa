package kiosk.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kiosk.catalogue.Language;
import kiosk.catalogue.Text;

/** The words of our own papers, from {@code texts_zh_CN.properties} and {@code texts_en.properties}. */
final class Wording {
    private static final Map<Language, Properties> WORDS = new EnumMap<>(Map.of(
            Language.ZH_CN, load("texts_zh_CN.properties"),
            Language.EN, load("texts_en.properties")));

    private Wording() {}

    static Text of(String key) {
        return new Text(in(Language.ZH_CN, key), in(Language.EN, key));
    }

    /** The words that name a count, written {@code {0}} in them. */
    static Text counted(String key, int count) {
        Text words = of(key);
        String number = Integer.toString(count);
        return new Text(words.chinese().replace("{0}", number), words.english().replace("{0}", number));
    }

    /** The words of one language by their keys. */
    static Properties all(Language language) {
        return Objects.requireNonNull(WORDS.get(language));
    }

    private static String in(Language language, String key) {
        String words = all(language).getProperty(key);
        if (words == null) {
            throw new IllegalStateException("no words for " + key + " in " + language.tag());
        }
        return words;
    }

    private static Properties load(String name) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException("The words of the papers cannot be read.", broken);
        }
    }
}
