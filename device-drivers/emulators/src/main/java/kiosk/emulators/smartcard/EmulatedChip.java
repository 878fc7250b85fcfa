package kiosk.emulators.smartcard;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The chip of a card: commands in, answers with a status word out (ISO/IEC 7816-4; LD/T 32-2015 part 5). For one thread. */
final class EmulatedChip {
    private static final byte[] ENVIRONMENT = HexFormat.of().parseHex("7378312e73682ec9e7bbe1b1a3d5cf");
    /** What the environment answers: its name, and the algorithm of its keys (tag 9F0C, element 86). */
    private static final byte[] CONTROL_INFORMATION =
            HexFormat.of().parseHex("6f19840f7378312e73682ec9e7bbe1b1a3d5cfa5069f0c03860101");

    private static final int SELECT = 0xA4;
    private static final int READ_RECORD = 0xB2;
    private static final int GET_RESPONSE = 0xC0;

    private final CardContent content;
    private final ChipHabit habit;
    private boolean inEnvironment;
    private int selected;
    private byte[] pending = {};

    EmulatedChip(CardContent content, ChipHabit habit) {
        this.content = content;
        this.habit = habit;
    }

    /** The answer-to-reset of a T=0 card with historical bytes. */
    static byte[] answerToReset() {
        return HexFormat.of().parseHex("3b6d000000814e43238697159900bf7c7a");
    }

    void reset() {
        inEnvironment = false;
        selected = 0;
        pending = new byte[0];
    }

    byte[] answer(byte[] command) {
        if (command.length < 4 || command[0] != 0) {
            return status(0x6E00);
        }
        return switch (command[1] & 0xFF) {
            case SELECT -> select(command);
            case READ_RECORD -> readRecord(command);
            case GET_RESPONSE -> rest(command);
            default -> status(0x6D00);
        };
    }

    private byte[] select(byte[] command) {
        byte[] data = Arrays.copyOfRange(command, 5, Math.min(command.length, 5 + (command[4] & 0xFF)));
        if (command[2] == 4) {
            inEnvironment = content.social() && Arrays.equals(data, ENVIRONMENT);
            return inEnvironment ? onRequest(CONTROL_INFORMATION) : status(0x6A82);
        }
        int file = data.length == 2 ? ((data[0] & 0xFF) << 8) | (data[1] & 0xFF) : 0;
        if (!inEnvironment || (file != CardContent.EF05 && file != CardContent.EF06)) {
            return status(0x6A82);
        }
        selected = file;
        return status(0x9000);
    }

    private byte[] readRecord(byte[] command) {
        if (selected == 0) {
            return status(0x6986);
        }
        if (selected == CardContent.EF06 && content.holderProtected()) {
            return status(0x6982);
        }
        int tag = command[2] & 0xFF;
        Optional<byte[]> value = content.record(selected, tag);
        return value.isPresent() ? handedOut(record(tag, value.get()), command) : status(0x6A83);
    }

    private static byte[] record(int tag, byte[] value) {
        byte[] record = new byte[value.length + 2];
        record[0] = (byte) tag;
        record[1] = (byte) value.length;
        System.arraycopy(value, 0, record, 2, value.length);
        return record;
    }

    private byte[] handedOut(byte[] data, byte[] command) {
        int asked = command.length > 4 ? command[4] & 0xFF : 0;
        return switch (habit) {
            case AT_ONCE -> withStatus(data, 0x9000);
            case ON_REQUEST, WITHOUT_END -> onRequest(data);
            case EXACT_LENGTH -> asked == data.length ? withStatus(data, 0x9000) : status(0x6C00 | data.length);
        };
    }

    private byte[] onRequest(byte[] data) {
        if (habit == ChipHabit.AT_ONCE) {
            return withStatus(data, 0x9000);
        }
        pending = data;
        return status(0x6100 | data.length);
    }

    private byte[] rest(byte[] command) {
        if (habit == ChipHabit.WITHOUT_END) {
            return withStatus(new byte[16], 0x6110);
        }
        int asked = command.length > 4 && command[4] != 0 ? command[4] & 0xFF : 256;
        byte[] now = Arrays.copyOf(pending, Math.min(asked, pending.length));
        pending = Arrays.copyOfRange(pending, now.length, pending.length);
        return withStatus(now, pending.length == 0 ? 0x9000 : 0x6100 | pending.length);
    }

    private static byte[] status(int status) {
        return withStatus(new byte[0], status);
    }

    private static byte[] withStatus(byte[] data, int status) {
        byte[] answer = Arrays.copyOf(data, data.length + 2);
        answer[data.length] = (byte) (status >> 8);
        answer[data.length + 1] = (byte) status;
        return answer;
    }
}
