package kiosk.emulators.smartcard;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The chip of a card: commands in, answers with a status word out (ISO/IEC 7816-4; LD/T 32-2015 part 5). For one thread. */
final class EmulatedChip implements Chip {
    private static final byte[] ENVIRONMENT = HexFormat.of().parseHex("7378312e73682ec9e7bbe1b1a3d5cf");
    /** What the environment answers: its name, and the algorithm of its keys (tag 9F0C, element 86), which is the last byte. */
    private static final byte[] CONTROL_INFORMATION =
            HexFormat.of().parseHex("6f19840f7378312e73682ec9e7bbe1b1a3d5cfa5069f0c03860100");

    private static final int SELECT = 0xA4;
    private static final int READ_RECORD = 0xB2;
    private static final int GET_RESPONSE = 0xC0;
    private static final int GET_CHALLENGE = 0x84;
    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int VERIFY = 0x20;
    private static final int CHANGE_PIN = 0x5E;

    private final EmulatedCard card;
    private final CardContent content;
    private final ChipHabit habit;
    private ChipSecurity security;
    private boolean inEnvironment;
    private int selected;
    private byte[] pending = {};

    EmulatedChip(EmulatedCard card, ChipHabit habit) {
        this.card = card;
        this.content = card.content();
        this.habit = habit;
        this.security = new ChipSecurity(card);
    }

    /** The answer-to-reset of a T=0 card with historical bytes. */
    static byte[] answerToReset() {
        return HexFormat.of().parseHex("3b6d000000814e43238697159900bf7c7a");
    }

    @Override
    public void reset() {
        inEnvironment = false;
        security = new ChipSecurity(card);
        selected = 0;
        pending = new byte[0];
    }

    @Override
    public byte[] answer(byte[] command) {
        int instruction = command.length < 4 ? 0 : command[1] & 0xFF;
        boolean proprietary = command.length >= 4 && command[0] == (byte) 0x80 && instruction == CHANGE_PIN;
        if (command.length < 4 || (command[0] != 0 && !proprietary)) {
            return status(0x6E00);
        }
        if (instruction != GET_CHALLENGE && instruction != EXTERNAL_AUTHENTICATE && instruction != GET_RESPONSE) {
            security.forgetChallenges();
        }
        return switch (instruction) {
            case SELECT -> select(command);
            case READ_RECORD -> readRecord(command);
            case GET_RESPONSE -> rest(command);
            default -> inEnvironment ? secured(instruction, command) : status(0x6D00);
        };
    }

    private byte[] secured(int instruction, byte[] command) {
        byte[] data = dataOf(command);
        return switch (instruction) {
            case GET_CHALLENGE -> withStatus(security.challenge(), 0x9000);
            case INTERNAL_AUTHENTICATE -> data.length == 16 ? onRequest(security.internal(data)) : status(0x6700);
            case EXTERNAL_AUTHENTICATE -> status(security.external(command[3], data));
            case VERIFY -> status(security.verify(data));
            case CHANGE_PIN -> status(security.change(data));
            default -> status(0x6D00);
        };
    }

    private static byte[] dataOf(byte[] command) {
        return command.length < 6
                ? new byte[0]
                : Arrays.copyOfRange(command, 5, Math.min(command.length, 5 + (command[4] & 0xFF)));
    }

    private byte[] select(byte[] command) {
        byte[] data = dataOf(command);
        if (command[2] == 4) {
            inEnvironment = content.social() && Arrays.equals(data, ENVIRONMENT);
            return inEnvironment ? onRequest(controlInformation()) : status(0x6A82);
        }
        int file = data.length == 2 ? ((data[0] & 0xFF) << 8) | (data[1] & 0xFF) : 0;
        if (!inEnvironment || (file != CardContent.EF05 && file != CardContent.EF06)) {
            return status(0x6A82);
        }
        selected = file;
        return status(0x9000);
    }

    private byte[] controlInformation() {
        byte[] information = CONTROL_INFORMATION.clone();
        information[information.length - 1] = (byte) card.keys().algorithm();
        return information;
    }

    private byte[] readRecord(byte[] command) {
        if (selected == 0) {
            return status(0x6986);
        }
        int tag = command[2] & 0xFF;
        if (!security.shows(selected, tag)) {
            return status(0x6982);
        }
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
