package kiosk.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiosk.catalogue.Availability;
import kiosk.catalogue.Department;
import kiosk.catalogue.Language;
import kiosk.catalogue.ServiceItem;
import kiosk.desktop.Samples;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.Suspect;
import kiosk.form.Problem;
import kiosk.form.Provenance;
import kiosk.journal.JournalVerdict;
import kiosk.platform.CaseStatus;
import kiosk.platform.SlipProofs;
import kiosk.submission.Backlog;
import kiosk.visit.ChangingPin;
import kiosk.visit.NotDone;
import kiosk.visit.Setback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final List<Class<? extends Enum<?>>> SPOKEN = List.of(
            Availability.Reason.class,
            Backlog.Cause.class,
            Backlog.State.class,
            Backlog.WhyNot.class,
            CaseStatus.State.class,
            ChangingPin.End.class,
            ChangingPin.Remark.class,
            Department.class,
            DeviceKind.class,
            Fault.Cause.class,
            Fault.Remedy.class,
            Health.State.class,
            Hop.class,
            HopResult.Outcome.class,
            HopResult.Trouble.class,
            HostFigures.Database.class,
            JournalVerdict.Why.class,
            NotDone.Why.class,
            Problem.Why.class,
            Provenance.class,
            ServiceItem.Kind.class,
            ServiceItem.OfflineRule.class,
            Setback.class,
            SlipProofs.Reason.class,
            Suspect.class);

    private final Texts texts = new Texts();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts.keys(Language.EN)).isEqualTo(texts.keys(Language.ZH_CN));
    }

    @Test
    void everyConstantThatIsShownHasItsWords() {
        Set<String> keys = texts.keys(Language.ZH_CN);
        for (Class<? extends Enum<?>> type : SPOKEN) {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThat(keys).as("words of %s", constant).contains(Texts.keyOf(constant));
            }
        }
    }

    @Test
    void everySuspectHasASentenceAndANextStep() {
        for (Language language : Language.values()) {
            texts.speak(language);
            for (Suspect suspect : Suspect.values()) {
                assertThat(texts.say(suspect)).isNotBlank().hasSizeLessThan(80);
                assertThat(texts.sayNext(suspect)).isNotBlank().isNotEqualTo(texts.say(suspect));
            }
        }
    }

    @Test
    void everyFaultIsSaidToATechnicianWithoutSendingThemToTheStaff() {
        for (Language language : Language.values()) {
            texts.speak(language);
            for (Fault.Cause cause : Fault.Cause.values()) {
                assertThat(texts.condition(Health.State.OFFLINE, Optional.of(new Fault(cause, "x"))))
                        .startsWith(texts.say(Health.State.OFFLINE))
                        .doesNotContain("请", "please");
            }
        }
        assertThat(texts.condition(Health.State.ONLINE, Optional.empty())).isEqualTo(texts.say(Health.State.ONLINE));
    }

    @Test
    void aCodeStandsAfterTheWordsAndAMissingOneLeavesThemAlone() {
        assertThat(texts.quoting("没有纸了", "media-empty")).isEqualTo("没有纸了（media-empty）");
        assertThat(texts.quoting("没有纸了", "")).isEqualTo("没有纸了");
    }

    @Test
    void everyFaultHasASentenceForTheClerkBesideTheCitizens() {
        for (Language language : Language.values()) {
            texts.speak(language);
            for (Fault.Cause cause : Fault.Cause.values()) {
                assertThat(texts.clerk(cause)).isNotBlank();
                assertThat(texts.say(cause.remedy())).isNotBlank();
            }
        }
    }

    @Test
    void aFaultThatHealsByItselfAsksNobodyToDoAnything() {
        assertThat(texts.clerk(Fault.Cause.TOO_HOT)).contains("不用处理", "自动恢复");
        assertThat(texts.clerk(Fault.Cause.BUSY)).contains("不用处理", "自动恢复");
    }

    @Test
    void everyKeyInTheCodeHasItsWords() throws IOException {
        assertThat(texts.keys(Language.ZH_CN)).containsAll(keysInTheCode());
    }

    private static Set<String> keysInTheCode() throws IOException {
        Pattern said = Pattern.compile("say\\(\\s*(?:\\w+ \\? )?\"([a-z0-9.-]+)\"(?: : \"([a-z0-9.-]+)\")?");
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                said.matcher(Files.readString(file)).results().forEach(it -> add(it, keys));
            }
        }
        keys.removeIf(it -> it.endsWith(".") || it.endsWith("-"));
        return keys;
    }

    private static void add(MatchResult found, Set<String> keys) {
        keys.add(found.group(1));
        if (found.group(2) != null) {
            keys.add(found.group(2));
        }
    }

    @Test
    void chineseWordsHaveNoLatinLettersButThoseTheyNeed() {
        Set<String> allowed = Set.of("header.other-language");
        for (String key : texts.keys(Language.ZH_CN)) {
            String words = texts.say(key).replaceAll("\\{\\d}", "").replace("U盘", "");
            boolean forTheTechnician = key.startsWith("suspect.");
            assertThat(allowed.contains(key)
                            || forTheTechnician
                            || words.codePoints().noneMatch(it -> it < 128 && Character.isLetter(it)))
                    .as("%s: %s", key, words)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void everyCharacterOfTextsAndCatalogueIsInTheFont(String face) throws Exception {
        Font font;
        try (InputStream in = Fonts.open(face)) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        }
        String missing = everything()
                .codePoints()
                .filter(it -> !Character.isWhitespace(it) && !font.canDisplay(it))
                .distinct()
                .mapToObj(it -> new String(Character.toChars(it)))
                .collect(Collectors.joining());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOrdinaryCharacterIsInTheFont() throws Exception {
        Font font;
        try (InputStream in = Fonts.open("Regular")) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        }
        assertThat(IntStream.rangeClosed(0x20, 0xFFFF)
                        .filter(Glyphs::isOrdinary)
                        .filter(it -> !font.canDisplay(it))
                        .mapToObj("%04X"::formatted))
                .isEmpty();
    }

    @Test
    void aCharacterNoFontHasIsNamedAndNeverABox() {
        assertThat(Fonts.drawable("张𬱖㛃😀")).startsWith("张𬱖㛃");
        assertThat(Fonts.drawable("\uE5D2")).isEqualTo("〔U+E5D2〕");
        assertThat(Fonts.drawable("王\u0378")).isEqualTo("王〔U+0378〕");
    }

    private String everything() {
        StringBuilder all = new StringBuilder("★☆●𬱖㛃䶮𠅤");
        for (Language language : Language.values()) {
            texts.speak(language);
            texts.keys(language).forEach(it -> all.append(texts.say(it)));
        }
        all.append(Samples.CATALOGUE);
        return all.toString();
    }

    @Test
    void partsStandWhereTheWordingPutsThem() {
        assertThat(texts.say("step.here", 2, 8, "x")).isEqualTo("第 2 步，共 8 步 · x");
        texts.speak(Language.EN);
        assertThat(texts.say("step.here", 2, 8, "x")).isEqualTo("Step 2 of 8 · x");
    }

    @Test
    void oneIsNotSaidInThePlural() {
        texts.speak(Language.EN);
        assertThat(texts.say("door.locked", 1L)).endsWith("wait 1 minute");
        assertThat(texts.say("door.locked", 12L)).endsWith("wait 12 minutes");
        assertThat(texts.say("board.more", 1)).isEqualTo("and 1 more possible cause");
        assertThat(texts.say("technician.entry", "{1?a|b}", 1, "soon"))
                .isEqualTo("waiting {1?a|b} · tried 1 time · soon");
    }

    @Test
    void aKeyWithoutWordsIsABugThatNamesTheKey() {
        assertThatThrownBy(() -> texts.say("no.such")).hasMessageContaining("no.such");
    }
}
