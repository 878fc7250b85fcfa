package kiosk.drivers.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.device.CodeScanner;
import kiosk.drivers.fuzz.ShortDose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a scanner sends for a code. */
class CodeFuzzTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final CodeText TEXT = new CodeText(List.of(StandardCharsets.UTF_8, GB18030));

    static Stream<byte[]> wellFormed() {
        return Stream.of(
                "]Q1KS-20250101-0007\r\n".getBytes(StandardCharsets.UTF_8),
                "https://example.org/r/KS-20250101-0007?s=办件\r".getBytes(StandardCharsets.UTF_8),
                "医保电子凭证\t".getBytes(GB18030),
                "]d2010690000000000417250101\u001D10AB\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAShortReadableCodeOrNone(byte[] came) {
        CodeBytes code = new CodeBytes();
        code.add(came, came.length);
        assertThat(code.bytes().length).isLessThanOrEqualTo(CodeScanner.LONGEST_CODE);
        Optional<String> read = TEXT.of(code.bytes());
        assertThat(read.map(String::isBlank)).isNotEqualTo(Optional.of(true));
        assertThat(read.map(said -> new String(said.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
                .isEqualTo(read);
    }

    @Test
    void damagedCodesAreShortAndReadableOrNone() throws Exception {
        ShortDose.of(CodeFuzzTest.class, "whateverComesIsAShortReadableCodeOrNone", wellFormed())
                .feed(this::whateverComesIsAShortReadableCodeOrNone);
    }
}
