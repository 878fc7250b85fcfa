package kiosk.emulators.idcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** How an answer may be spoilt on its way. */
public enum Spoiling {
    /** A wrong check byte. */
    CHECKSUM {
        @Override
        byte[] spoilt(byte[] frame) {
            return changed(frame, frame.length - 1, 0x01);
        }
    },
    /** A length that is shorter than any answer. */
    LENGTH {
        @Override
        byte[] spoilt(byte[] frame) {
            return ByteBuffer.wrap(frame.clone()).putShort(LENGTH_AT, (short) 1).array();
        }
    },
    /** A length that is longer than any answer, and four kilobytes of it: as much noise as a reader bears, however late it takes it. */
    OVERSIZE {
        @Override
        byte[] spoilt(byte[] frame) {
            return ByteBuffer.wrap(Arrays.copyOf(frame, 4000))
                    .putShort(LENGTH_AT, (short) 0xFFFF)
                    .array();
        }
    },
    /** The first half alone. */
    HALF {
        @Override
        byte[] spoilt(byte[] frame) {
            return Arrays.copyOf(frame, frame.length / 2);
        }
    },
    /** Noise before a whole answer, with the beginnings of a preamble in it. */
    NOISE_BEFORE {
        @Override
        byte[] spoilt(byte[] frame) {
            byte[] noise = {0x00, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0x00, 0x04, (byte) 0xAA};
            return ByteBuffer.allocate(noise.length + frame.length)
                    .put(noise)
                    .put(frame)
                    .array();
        }
    },
    /** A success without data, late from an earlier question, before the answer. */
    LATE_ANSWER_BEFORE {
        @Override
        byte[] spoilt(byte[] frame) {
            byte[] late = SdtWire.frame(SdtSam.body(SdtSam.OK, new byte[0]));
            return ByteBuffer.allocate(late.length + frame.length)
                    .put(late)
                    .put(frame)
                    .array();
        }
    },
    /** Sixty-four kilobytes of noise, and no answer. */
    LONG_NOISE {
        @Override
        byte[] spoilt(byte[] frame) {
            byte[] noise = new byte[1 << 16];
            new Random(467).nextBytes(noise);
            return noise;
        }
    };

    private static final int LENGTH_AT = 5;

    abstract byte[] spoilt(byte[] frame);

    private static byte[] changed(byte[] frame, int at, int bits) {
        byte[] copy = frame.clone();
        copy[at] ^= (byte) bits;
        return copy;
    }
}
