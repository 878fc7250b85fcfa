package kiosk.sync.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.sync.seal.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderMarksTest {
    @TempDir
    private Path folder;

    private static Citizen citizen(String number) {
        return new Citizen("张测试", number, new Evidence.ByCode("EC-0001"), Citizen.Assurance.PLATFORM, Optional.empty());
    }

    @Test
    void aPersonIsFoundAgainAfterARestartAndByAnotherTerminalNever() throws Exception {
        Path file = folder.resolve("holders.key");
        String mark = HolderMarks.in(file, new FileKeys(folder)).of(citizen("11010519491231002X"));
        assertThat(HolderMarks.in(file, new FileKeys(folder)).of(citizen("11010519491231002x")))
                .isEqualTo(mark);
        assertThat(HolderMarks.in(file, new FileKeys(folder)).of(citizen("110101199003078881")))
                .isNotEqualTo(mark);
        Path other = Files.createDirectories(folder.resolve("other"));
        assertThat(HolderMarks.in(other.resolve("holders.key"), new FileKeys(other))
                        .of(citizen("11010519491231002X")))
                .isNotEqualTo(mark)
                .matches("[0-9a-f]{64}");
    }

    /** HMAC with SM3 as RFC 2104 has it: by hand over the inner and outer pad. */
    @Test
    void theMarkIsAnHmac() {
        byte[] key = new byte[32];
        key[0] = 1;
        byte[] number = "110101199003078881".getBytes(StandardCharsets.US_ASCII);
        byte[] inner = Sm3.of(joined(pad(key, 0x36), number));
        String expected = HexFormat.of().formatHex(Sm3.of(joined(pad(key, 0x5c), inner)));
        assertThat(HolderMarks.of(key).of(citizen("110101199003078881"))).isEqualTo(expected);
    }

    private static byte[] pad(byte[] key, int with) {
        byte[] block = new byte[64];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return block;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
