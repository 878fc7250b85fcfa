package kiosk.emulators.scanner;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kiosk.emulators.scanner.ScannerBed.Trouble;
import org.jspecify.annotations.Nullable;

/** One client's conversation with the emulated saned: the remote procedure calls of SANE Standard 1.06, 5.2, in their order. */
final class SaneConversation {
    static final int GOOD = 0;
    static final int CANCELLED = 2;
    static final int BUSY = 3;
    static final int INVALID = 4;
    static final int EOF = 5;
    static final int JAMMED = 6;
    static final int NO_DOCUMENTS = 7;
    static final int COVER_OPEN = 8;
    static final int DENIED = 11;

    static final String DEVICE = "onestop:feeder0";
    private static final int VERSION = 0x01000003;
    private static final int HANDLE = 1;
    private static final int LITTLE_ENDIAN = 0x1234;
    private static final int EXIT = 10;
    private static final int TEXT = 3;

    private final ScannerBed bed;
    private final Socket client;
    private final SaneWords words;
    private ScannerOptions options = new ScannerOptions();
    private @Nullable PageTransfer transfer;

    SaneConversation(ScannerBed bed, Socket client) throws IOException {
        this.bed = bed;
        this.client = client;
        words = new SaneWords(client.getInputStream(), client.getOutputStream());
    }

    void hold() throws IOException {
        try {
            for (int call = words.word(); call != EXIT; call = words.word()) {
                if (bed.garbles(Garble.ANOTHER_PROTOCOL)) {
                    words.sendRaw("HTTP/1.1 400 Bad Request\r\n\r\n<html></html>".getBytes(StandardCharsets.US_ASCII));
                }
                answer(call);
                if (!bed.garbles(Garble.SILENCE)) {
                    words.send();
                }
            }
        } finally {
            stop();
        }
    }

    private void answer(int call) throws IOException {
        switch (call) {
            case 0 -> greet();
            case 1 -> listDevices();
            case 2 -> open();
            case 4 -> describeOptions();
            case 5 -> setOption();
            case 6 -> describePage();
            case 7 -> start();
            case 8 -> cancel();
            case 3 -> words.put(words.word() & 0);
            default -> throw new IOException("saned knows no call " + call);
        }
    }

    private void greet() throws IOException {
        words.word();
        words.bytes();
        words.put(bed.has(Trouble.DENIED) ? DENIED : GOOD, VERSION);
    }

    private void listDevices() {
        bed.noteListing();
        words.put(GOOD);
        if (bed.garbles(Garble.ENDLESS_TEXT)) {
            words.put(2, 0, 2_000_000_000);
        } else if (bed.has(Trouble.UNPLUGGED)) {
            words.put(1, 1);
        } else {
            words.put(2, 0)
                    .put(DEVICE)
                    .put("OneStop")
                    .put("Sheet 2")
                    .put("sheetfed scanner")
                    .put(1);
        }
    }

    private void open() throws IOException {
        String name = new String(words.bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
        options = new ScannerOptions();
        if (bed.has(Trouble.UNPLUGGED) || !(name.isEmpty() || name.equals(DEVICE))) {
            words.put(INVALID, 0, 0);
        } else {
            words.put(bed.has(Trouble.BUSY) ? BUSY : GOOD, HANDLE, 0);
        }
    }

    private void describeOptions() throws IOException {
        words.word();
        if (bed.garbles(Garble.ENDLESS_OPTIONS)) {
            words.put(Integer.MAX_VALUE);
        } else {
            options.describe(words);
        }
    }

    private void setOption() throws IOException {
        words.word();
        int option = words.word();
        words.word();
        int type = words.word();
        int size = words.word();
        if (type == TEXT) {
            byte[] value = words.bytes();
            boolean good = options.isText(option) && options.set(option, value);
            words.put(good ? GOOD : INVALID, ScannerOptions.RELOAD_OPTIONS | ScannerOptions.RELOAD_PARAMETERS);
            words.put(type, size).put(value).put(0);
        } else {
            int count = words.word();
            int wanted = count == 1 ? words.word() : 0;
            int actual = options.isNumber(option) ? options.set(option, wanted) : wanted;
            int inexact = actual == wanted ? 0 : ScannerOptions.INEXACT;
            words.put(options.isNumber(option) ? GOOD : INVALID, ScannerOptions.RELOAD_PARAMETERS | inexact);
            words.put(type, size, 1, actual, 0);
        }
    }

    private void describePage() throws IOException {
        words.word();
        PageShape shape = options.shape();
        words.put(GOOD, shape.colour() ? 1 : 0, 1);
        if (bed.garbles(Garble.HUGE_PAGE)) {
            words.put(3_000_000, 1_000_000, 1_000_000, 8);
        } else if (bed.garbles(Garble.IMPOSSIBLE_PAGE)) {
            words.put(1, shape.width(), shape.lines(), 8);
        } else {
            words.put(shape.bytesPerLine(), shape.width(), shape.lines(), 8);
        }
    }

    private void start() throws IOException {
        words.word();
        int status = readiness();
        if (status != GOOD) {
            words.put(status, 0, LITTLE_ENDIAN, 0);
            return;
        }
        PageShape shape = options.shape();
        boolean fromFeeder = options.fromFeeder();
        SheetBands bands = new SheetBands(bed.next(), shape);
        PageTransfer page = new PageTransfer(bed, bands, shape, () -> through(fromFeeder), this::die);
        transfer = page;
        Thread sending = new Thread(page::send, "sane-emulator");
        sending.setDaemon(true);
        sending.start();
        words.put(GOOD, bed.garbles(Garble.NO_PORT) ? 0 : page.port(), LITTLE_ENDIAN, 0);
    }

    private void through(boolean fromFeeder) {
        if (fromFeeder) {
            bed.eject();
        }
    }

    private int readiness() {
        if (bed.has(Trouble.COVER_OPEN)) {
            return COVER_OPEN;
        }
        if (bed.has(Trouble.JAMMED)) {
            return JAMMED;
        }
        Optional<?> sheet = bed.next();
        return sheet.isEmpty() && options.fromFeeder() ? NO_DOCUMENTS : GOOD;
    }

    private void cancel() throws IOException {
        words.word();
        bed.noteCancel();
        stop();
        words.put(0);
    }

    private void stop() {
        PageTransfer page = transfer;
        if (page != null) {
            page.close();
        }
    }

    private void die() {
        try {
            client.close();
        } catch (IOException alreadyDead) {
            // the client was faster
        }
    }
}
