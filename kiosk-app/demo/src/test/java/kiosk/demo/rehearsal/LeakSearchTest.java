package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakSearchTest {
    private static final String NAME = "张测试";
    private static final String NUMBER = "110101199003078881";
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030");

    @TempDir
    private Path folder;

    /** A file in which a word was left in one form, between other bytes. */
    record Left(String how, byte[] content) {
        @Override
        public String toString() {
            return how;
        }
    }

    static List<Left> everyForm() {
        List<Left> forms = new ArrayList<>();
        for (String word : List.of(NAME, NUMBER)) {
            for (String encoding : ENCODINGS) {
                byte[] bytes = word.getBytes(Charset.forName(encoding));
                String how = (word.equals(NAME) ? "name " : "number ") + encoding;
                forms.add(new Left(how, amid(bytes)));
                forms.add(new Left(how + " in hex", ascii(HexFormat.of().formatHex(amid(bytes)))));
                forms.add(new Left(
                        how + " in capital hex",
                        ascii(HexFormat.of().withUpperCase().formatHex(amid(bytes)))));
                for (int before = 0; before < 3; before++) {
                    byte[] shifted = joined(new byte[30 + before], bytes, new byte[] {7, 7, 7, 7});
                    forms.add(new Left(
                            how + " in Base64 after " + before,
                            Base64.getEncoder().encode(shifted)));
                    forms.add(new Left(
                            how + " in Base64url after " + before,
                            Base64.getUrlEncoder().withoutPadding().encode(shifted)));
                }
            }
        }
        return forms;
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void aWordIsFoundInWhicheverFormItWasLeft(Left left) throws IOException {
        Path file = Files.createDirectories(folder.resolve("deep/down")).resolve("queue.db-wal");
        Files.write(file, left.content());
        assertThat(new LeakSearch(List.of(NAME, NUMBER)).below(folder))
                .extracting(LeakSearch.Leak::file)
                .contains(Path.of("deep/down/queue.db-wal"));
    }

    @Test
    void aWordInAFileNameIsFound() throws IOException {
        Files.write(folder.resolve("scan-" + NUMBER + ".png"), new byte[0]);
        assertThat(new LeakSearch(List.of(NUMBER)).below(folder)).isNotEmpty();
    }

    @Test
    void otherPeopleMasksAndNoiseAreNotTakenForTheWord() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("noise"), noise);
        Files.writeString(folder.resolve("mask"), "张** 110***********8881 张测 110101199003078882");
        assertThat(new LeakSearch(List.of(NAME, NUMBER)).below(folder)).isEmpty();
    }

    @Test
    void whatIsFoundDoesNotRepeatTheWord() throws IOException {
        Files.writeString(folder.resolve("log"), NAME + NUMBER);
        assertThat(new LeakSearch(List.of(NAME, NUMBER)).below(folder).toString())
                .doesNotContain(NAME)
                .doesNotContain(NUMBER);
    }

    private static byte[] amid(byte[] word) {
        return joined(ascii("before:"), word, ascii(":after"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
