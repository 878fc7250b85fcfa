package kiosk.drivers.scanner;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connection over which so many bytes come, whatever is sent, and then the end. */
final class ScriptedSocket extends Socket {
    private final InputStream script;

    ScriptedSocket(byte[] script) {
        this.script = new ByteArrayInputStream(script);
    }

    @Override
    public InputStream getInputStream() {
        return script;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) {}
}
