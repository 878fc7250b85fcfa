package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiosk.catalogue.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefacesTest {
    private static final Typefaces BUNDLED = Typefaces.with(List.of());

    @TempDir
    Path folder;

    @Test
    void namesWithRareCharactersNeedNoFontButTheBundledOne() {
        assertThat(BUNDLED.missing("𬱖㛃䶮𠅤·ÜêáMARÍA")).isEmpty();
        assertThat(BUNDLED.letterable("王𬱖㛃䶮𠅤")).isEqualTo("王𬱖㛃䶮𠅤");
    }

    @Test
    void aCharacterNoFontHasIsNamedAndNeverABox() {
        assertThat(BUNDLED.missing("王𠀀𠀀\uE863")).containsExactly("U+20000", "U+E863");
        assertThat(BUNDLED.letterable("王𠀀𠀀")).isEqualTo("王〔U+20000〕〔U+20000〕");
    }

    @Test
    void halfASurrogatePairIsNamedLikeAnyOtherMissingCharacter() {
        assertThat(BUNDLED.letterable("王\uD840")).isEqualTo("王〔U+D840〕");
    }

    @Test
    void whatHasNoLookIsLeftOutAndEverySpaceIsPlain() {
        assertThat(BUNDLED.letterable("葛\uDB40\uDD01\u200B城\t\n市\u3000\u00A0")).isEqualTo("葛城  市  ");
        assertThat(BUNDLED.missing("\u200B\t\uFE00")).isEmpty();
    }

    @Test
    void aFontInAFolderSuppliesWhatTheBundledOneLacks() throws IOException {
        SpareFont.whichDrawsU20000(folder.resolve("spare.ttf"));
        Typefaces typefaces = Typefaces.with(List.of(folder));
        assertThat(typefaces.missing("王𠀀")).isEmpty();
        assertThat(typefaces.runs("王𠀀𠀀测")).extracting(Typefaces.Run::text).containsExactly("王", "𠀀𠀀", "测");
        assertThat(typefaces.unusable()).isEmpty();
    }

    @Test
    void aFolderWithoutFontsAndAFileThatIsNoFontDoNoHarm() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ttf"), "not a font");
        Files.writeString(folder.resolve("readme.txt"), "no font either");
        Typefaces typefaces = Typefaces.with(List.of(folder.resolve("none"), folder));
        assertThat(typefaces.missing("𠀀")).containsExactly("U+20000");
        assertThat(typefaces.unusable()).containsExactly(broken);
    }

    @Test
    void everyCharacterOfTheCatalogueAndTheSettingsIsInTheBundledFont() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../config"))) {
            List<Path> texts = files.filter(it -> it.toString().endsWith(".yaml"))
                    .filter(it -> !it.toString().contains("target"))
                    .toList();
            assertThat(texts).hasSizeGreaterThanOrEqualTo(10);
            for (Path text : texts) {
                assertThat(BUNDLED.missing(Files.readString(text)))
                        .as(text.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void theWordsOfThePapersAreTheSameInBothLanguagesAndInTheFont() {
        assertThat(Wording.all(Language.ZH_CN).stringPropertyNames())
                .isEqualTo(Wording.all(Language.EN).stringPropertyNames())
                .isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(Wording.all(language).values())
                    .allSatisfy(it -> assertThat(BUNDLED.missing(it.toString())).isEmpty())
                    .noneMatch(it -> it.toString().isBlank());
        }
    }
}
