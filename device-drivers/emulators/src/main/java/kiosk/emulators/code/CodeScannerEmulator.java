package kiosk.emulators.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;

/**
 * A barcode scanner at the far end of a serial cable: sends what a code held before it says, between its prefix and its suffix, as
 * fast as the line would. The verbs may be called from any thread; closing pulls the cable for good.
 */
public final class CodeScannerEmulator implements AutoCloseable {
    private final Pty cable;
    private final Pace pace;
    private volatile Charset charset = StandardCharsets.UTF_8;
    private volatile String prefix = "";
    private volatile String suffix = "\r";

    /** A scanner on that cable, which it owns from now on; it speaks UTF-8 and ends codes with CR. */
    public CodeScannerEmulator(Pty cable, Pace pace) {
        this.cable = cable;
        this.pace = pace;
    }

    /** The path to configure as the scanner's port. */
    public String path() {
        return cable.path();
    }

    /** Sends another suffix after each code from now on: CR, LF, CR LF, TAB or nothing. */
    public void endWith(String newSuffix) {
        suffix = newSuffix;
    }

    /** Sends a prefix before each code from now on, for instance the symbology identifier {@code ]Q1}. */
    public void beginWith(String newPrefix) {
        prefix = newPrefix;
    }

    /** Sends text in that encoding from now on. */
    public void speak(Charset newCharset) {
        charset = newCharset;
    }

    /** Holds a code before the scanner; returns when its last byte has gone. What is sent while the cable is out is lost. */
    public void show(String text) {
        showBytes(text.getBytes(charset));
    }

    /** Holds a code before the scanner that contains those bytes. */
    public void showBytes(byte[] code) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
        sent.writeBytes(code);
        sent.writeBytes(suffix.getBytes(StandardCharsets.US_ASCII));
        pace.send(cable, sent.toByteArray());
    }

    /** Sends those bytes and nothing around them. */
    public void send(byte[] bytes) {
        pace.send(cable, bytes);
    }

    /** Pulls the cable. */
    public void cableOut() {
        cable.cableOut();
    }

    /** Plugs the cable in again. */
    public void cableIn() {
        cable.cableIn();
    }

    @Override
    public void close() {
        cable.close();
    }
}
