package kiosk.sync.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import kiosk.identity.Citizen;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * By what a terminal finds again what a person handed in, without keeping who that is: HMAC-SM3 of the identity number under 32 random bytes
 * that are made here, wrapped by the terminal's keys, and never leave it. Who takes the disk alone cannot try numbers through.
 */
public final class HolderMarks {
    private final KeyParameter secret;

    private HolderMarks(byte[] secret) {
        this.secret = new KeyParameter(secret);
    }

    /** Marks under that secret. */
    public static HolderMarks of(byte[] secret) {
        return new HolderMarks(secret);
    }

    /** Marks under the secret in that file. @throws UncheckedIOException if the disk does not give or take it */
    public static HolderMarks in(Path file, TerminalKeys keys) {
        return new HolderMarks(TerminalSecret.in(file, keys).get());
    }

    /** The citizen's mark: 64 hexadecimal digits. */
    public String of(Citizen citizen) {
        byte[] number = citizen.number().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SM3Digest());
        mac.init(secret);
        mac.update(number, 0, number.length);
        byte[] mark = new byte[mac.getMacSize()];
        mac.doFinal(mark, 0);
        return HexFormat.of().formatHex(mark);
    }
}
