package kiosk.emulators.escpos;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kiosk.emulators.escpos.ReceiveBuffer.Cleared;

/** Works off what was received, command by command. Commands it does not know are counted, not guessed at. */
final class EscPosInterpreter {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int ROWS_TO_THE_KNIFE = 96;
    private static final int MANUFACTURER = 66;
    private static final int MODEL = 67;
    private static final int SERIAL = 68;
    private static final int FIRMWARE = 65;

    private final ReceiveBuffer buffer;
    private final Mechanics mechanics;
    private final Roll roll;
    private final TextLine line;
    private final Consumer<byte[]> answer;
    private final AtomicInteger unknown = new AtomicInteger();
    private volatile boolean knowsTokens = true;
    private int clearings;
    private boolean chinese;
    private int codeDots = 3;
    private String code = "";

    EscPosInterpreter(ReceiveBuffer buffer, Mechanics mechanics, Roll roll, TicketInk ink, Consumer<byte[]> answer) {
        this.buffer = buffer;
        this.mechanics = mechanics;
        this.roll = roll;
        this.line = new TextLine(roll, ink);
        this.answer = answer;
    }

    void knowsTokens(boolean knows) {
        knowsTokens = knows;
    }

    int unknownCommands() {
        return unknown.get();
    }

    void run() {
        try {
            while (true) {
                clearings = buffer.clearings();
                try {
                    command(next());
                } catch (Cleared e) {
                    line.forget();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int next() throws InterruptedException, Cleared {
        return buffer.take(clearings);
    }

    private void command(int first) throws InterruptedException, Cleared {
        mechanics.ready();
        if (buffer.clearings() != clearings) {
            throw new Cleared();
        }
        switch (first) {
            case 0x0A -> line.out();
            case 0x0D, 0x18 -> {}
            case 0x10 -> skip(RealTime.lengthAfter(next()));
            case 0x1B -> escape(next());
            case 0x1C -> chineseCommand(next());
            case 0x1D -> group(next());
            default -> character(first);
        }
    }

    private void skip(int count) throws InterruptedException, Cleared {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void character(int first) throws InterruptedException, Cleared {
        if (first < 0x20) {
            unknown.incrementAndGet();
        } else if (first < 0x80 || !chinese) {
            line.put(String.valueOf((char) (first < 0x80 ? first : '?')), false);
        } else {
            byte[] pair = {(byte) first, (byte) next()};
            line.put(new String(pair, GB18030), true);
        }
    }

    private void escape(int kind) throws InterruptedException, Cleared {
        switch (kind) {
            case '@' -> {
                line.initialise();
                chinese = false;
            }
            case 'a' -> line.centred = next() % 48 == 1;
            case 'd' -> {
                line.out();
                roll.feed(Math.max(0, next() - 1) * line.lineSpacing);
            }
            case 'J' -> roll.feed(next());
            case '2' -> line.lineSpacing = 30;
            case '3' -> line.lineSpacing = next();
            case 'E', '-', 'G', 'M', 't', 'R' -> next();
            case 'p' -> skip(3);
            default -> unknown.incrementAndGet();
        }
    }

    private void chineseCommand(int kind) throws InterruptedException, Cleared {
        switch (kind) {
            case '&' -> chinese = true;
            case '.' -> chinese = false;
            case '!' -> next();
            default -> unknown.incrementAndGet();
        }
    }

    private void group(int kind) throws InterruptedException, Cleared {
        switch (kind) {
            case '!' -> size(next());
            case 'V' -> cut(next());
            case 'v' -> raster();
            case 'r' -> acknowledge(next());
            case '(' -> extended();
            case 'I' -> identify(next());
            case 'a', 'B', 'h', 'w', 'H', 'f' -> next();
            default -> unknown.incrementAndGet();
        }
    }

    private void size(int packed) {
        line.widthTimes = (packed >> 4 & 7) + 1;
        line.heightTimes = (packed & 7) + 1;
    }

    private void cut(int mode) throws InterruptedException, Cleared {
        if (mode == 65 || mode == 66) {
            roll.feed(next() + ROWS_TO_THE_KNIFE);
        }
        roll.cut();
    }

    private void acknowledge(int what) throws InterruptedException {
        mechanics.ready();
        answer.accept(new byte[] {(byte) (what % 48 == 1 ? mechanics.paperStatus() : 0)});
    }

    private void identify(int what) {
        String name = switch (what) {
            case MANUFACTURER -> "OneStop";
            case MODEL -> "Emulated Receipt 80";
            case SERIAL -> "EMU80-0001";
            case FIRMWARE -> "2.03";
            default -> "";
        };
        answer.accept(("_" + name + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private int word() throws InterruptedException, Cleared {
        int low = next();
        return low | next() << 8;
    }

    /** GS v 0: m, then bytes across and rows as words, then the dots; what is beyond the paper's edge is lost. */
    private void raster() throws InterruptedException, Cleared {
        skip(2);
        int across = word();
        int rows = word();
        for (int y = 0; y < rows; y++) {
            byte[] row = new byte[Math.max(across, Roll.BYTES_ACROSS)];
            for (int x = 0; x < across; x++) {
                row[x] = (byte) next();
            }
            roll.row(row);
        }
    }

    /** GS ( kind, a word of length, the parameters: k, the two-dimensional codes, and H, the process id. */
    private void extended() throws InterruptedException, Cleared {
        int kind = next();
        byte[] parameters = new byte[word()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (byte) next();
        }
        if (kind == 'H' && knowsTokens && parameters.length == 6 && parameters[0] == 0x30 && parameters[1] == 0x30) {
            echo(parameters);
        } else if (kind == 'k' && parameters.length >= 3 && parameters[0] == '1') {
            twoDimensional(parameters);
        } else {
            unknown.incrementAndGet();
        }
    }

    /** GS ( H 48: when all before it is worked off, its four characters come back between 37 22 and 00. */
    private void echo(byte[] parameters) throws InterruptedException {
        mechanics.ready();
        byte[] token = {0x37, 0x22, parameters[2], parameters[3], parameters[4], parameters[5], 0};
        answer.accept(token);
    }

    private void twoDimensional(byte[] parameters) throws InterruptedException {
        switch (parameters[1]) {
            case 0x43 -> codeDots = parameters[2];
            case 0x50 ->
                code = new String(Arrays.copyOfRange(parameters, 3, parameters.length), StandardCharsets.UTF_8);
            case 0x51 -> line.code(code, codeDots);
            default -> {
                // model and error correction: whoever draws the code decides
            }
        }
    }
}
