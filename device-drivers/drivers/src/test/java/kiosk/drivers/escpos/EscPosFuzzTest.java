package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kiosk.device.Fault;
import kiosk.device.Health.Nameplate;
import kiosk.drivers.fuzz.ShortDose;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a printer answers; {@code FE} stands for a silence. */
class EscPosFuzzTest {
    private static final byte SILENCE = (byte) 0xFE;

    static Stream<byte[]> wellFormed() {
        HexFormat hex = HexFormat.of();
        byte[] names = "_OneStop#_Roll 80#_7#_1.0#".replace('#', (char) 0).getBytes(StandardCharsets.US_ASCII);
        byte[] well = ReceiptEncoder.joined(hex.parseHex("FE12FE12FE12FE12FE"), names, hex.parseHex("FE00"));
        return Stream.of(well, hex.parseHex("FE1AFE32FE12FE72FE1AFE32FE12FE72"));
    }

    /** A wire on which so much comes and then it breaks. */
    private record Script(ByteBuffer rest) implements Wire {
        @Override
        public boolean open() {
            return false;
        }

        @Override
        public void write(byte[] bytes, Duration patience) {}

        @Override
        public int read(byte[] into, Duration wait) throws LineFailure {
            if (!rest.hasRemaining()) {
                throw new LineFailure(Fault.Cause.NOT_CONNECTED, "hung up");
            }
            into[0] = rest.get();
            return into[0] == SILENCE ? 0 : 1;
        }

        @Override
        public Duration timeFor(int bytes) {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAStatusOrAFailure(byte[] came) throws Exception {
        List<EscPosStatus> seen = new ArrayList<>();
        EscPosTalk talk = new EscPosTalk(new Script(ByteBuffer.wrap(came)), seen::add);
        try {
            talk.status(Deadline.in(Duration.ofSeconds(5)));
            isShort(talk.nameplate(Deadline.in(Duration.ofSeconds(5))));
            talk.workOff(new byte[] {0x0A}, Deadline.in(Duration.ofSeconds(5)));
        } catch (LineFailure failure) {
            assertThat(failure.fault().code()).hasSizeLessThan(80);
        }
        for (EscPosStatus status : seen) {
            assertThat(status.health(Nameplate.UNKNOWN).usable())
                    .isEqualTo(status.fault().isEmpty());
        }
    }

    private static void isShort(Nameplate nameplate) {
        String said = nameplate.manufacturer() + nameplate.model() + nameplate.serialNumber() + nameplate.firmware();
        assertThat(said).hasSizeLessThanOrEqualTo(4 * 80);
        assertThat(said.codePoints().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void damagedAnswersAreAStatusOrAFailure() throws Exception {
        ShortDose.of(EscPosFuzzTest.class, "whateverComesIsAStatusOrAFailure", wellFormed())
                .feed(this::whateverComesIsAStatusOrAFailure);
    }
}
