package kiosk.sync.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import kiosk.identity.Citizen;
import kiosk.sync.disk.Disk;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * By what a terminal finds again what a person handed in, without keeping who that is: HMAC-SM3 of the identity number under 32 random bytes
 * that are made here, wrapped by the terminal's keys, and never leave it. Who takes the disk alone cannot try numbers through.
 */
public final class HolderMarks {
    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 4096;

    private final KeyParameter secret;

    private HolderMarks(byte[] secret) {
        this.secret = new KeyParameter(secret);
    }

    /** Marks under that secret. */
    public static HolderMarks of(byte[] secret) {
        return new HolderMarks(secret);
    }

    /**
     * Marks under the secret in that file, made where there is none.
     *
     * @throws UncheckedIOException if the disk does not give or take it
     * @throws IllegalStateException if the keys do not open it
     */
    public static HolderMarks in(Path file, TerminalKeys keys) {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST_FILE) {
                return new HolderMarks(keys.unwrap(Files.readAllBytes(file)));
            }
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            Disk.real().put(file, keys.wrap(fresh));
            return new HolderMarks(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret for what waits here cannot be read or written", e);
        }
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
