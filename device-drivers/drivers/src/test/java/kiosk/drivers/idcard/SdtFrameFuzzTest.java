package kiosk.drivers.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kiosk.drivers.fuzz.ShortDose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on the line to a security module. */
class SdtFrameFuzzTest {
    private static final int LONGEST_FRAME = 7 + 0x090A;
    private static final List<Integer> COMMANDS =
            List.of(SdtLink.RESET, SdtLink.STATUS, SdtLink.IDENTITY, 0x2001, 0x2002, 0x3001, SdtReading.NEW_ADDRESS, 0);

    static Stream<byte[]> wellFormed() {
        return Stream.of(
                frame(new byte[] {0, 0, (byte) 0x9F}, new byte[4]),
                frame(new byte[] {0, 0, (byte) 0x90}, new byte[16]),
                frame(new byte[] {0, 0, (byte) 0x90}, new byte[4 + 256 + 1024]),
                frame(new byte[] {0, 0, (byte) 0x80}, new byte[0]));
    }

    private static byte[] frame(byte[] status, byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(7 + 3 + data.length + 1);
        frame.putInt(0xAAAAAA96).put((byte) 0x69).putShort((short) (4 + data.length));
        frame.put(status).put(data);
        byte check = 0;
        for (int i = 5; i < frame.position(); i++) {
            check ^= frame.get(i);
        }
        return frame.put(check).array();
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAFrameOfBoundedLengthOrNone(byte[] came) {
        SdtFrame frame = new SdtFrame();
        int taken = 0;
        while (taken < came.length && !frame.isWhole() && !frame.isMalformed()) {
            int count = Math.min(frame.wanted(), came.length - taken);
            assertThat(count).isPositive();
            frame.add(Arrays.copyOfRange(came, taken, taken + count), count);
            taken += count;
            assertThat(taken - frame.skipped()).isBetween(0, LONGEST_FRAME);
        }
        if (frame.isSound()) {
            SdtAnswer answer = frame.answer();
            assertThat(frame(answer.status(), answer.data()))
                    .isEqualTo(Arrays.copyOfRange(came, frame.skipped(), taken));
            judge(answer);
        }
    }

    private static void judge(SdtAnswer answer) {
        COMMANDS.forEach(answer::fits);
        assertThat(answer.trouble()).isNotNull();
        assertThat(answer.fault().code()).hasSize("SW 00 00 00".length());
    }

    @Test
    void damagedFramesAreBoundedAndTold() throws Exception {
        ShortDose.of(SdtFrameFuzzTest.class, "whateverComesIsAFrameOfBoundedLengthOrNone", wellFormed())
                .feed(this::whateverComesIsAFrameOfBoundedLengthOrNone);
    }
}
