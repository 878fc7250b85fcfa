package platform.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waited at a terminal, carried on a stick; read one submission at a time (PLATFORM-API.md, section 11.3).
 *
 * <pre>
 * "OKX1" = 4F 4B 58 31 | version = 01 | submission … | 00 00 00 00
 * submission = 4 bytes length, manifest | for every part in rising order: 4 bytes length, sealed part
 * </pre>
 */
public final class ExportFile {
    private static final byte[] MAGIC = {'O', 'K', 'X', '1', 1};
    private static final int LONGEST_MANIFEST = 16 * 1024;

    private final InputStream in;

    private ExportFile(InputStream in) {
        this.in = in;
    }

    public static ExportFile open(InputStream in) throws IOException, Unreadable {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new Unreadable("This is no export file of version 1.");
        }
        return new ExportFile(in);
    }

    /** The next submission, with all its parts; nothing at the end of the file. */
    public Optional<SealedSubmission> next() throws IOException, Unreadable {
        byte[] bytes = chunk(LONGEST_MANIFEST);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        ByteReader reader = new ByteReader(bytes);
        Manifest manifest = Manifest.read(reader);
        if (reader.left() > 0) {
            throw new Unreadable("Something follows the manifest.");
        }
        if (manifest.length() > Manifest.ALL_PARTS) {
            throw new Unreadable("The parts are too long.");
        }
        Map<Integer, byte[]> parts = new HashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes);
        for (int n = 0; n < manifest.parts().size(); n++) {
            byte[] part = chunk(manifest.parts().get(n).length());
            parts.put(n, part);
            body.writeBytes(part);
        }
        return Optional.of(new SealedSubmission(manifest, body.toByteArray(), parts));
    }

    private byte[] chunk(int most) throws IOException, Unreadable {
        byte[] length = in.readNBytes(Integer.BYTES);
        byte[] chunk = in.readNBytes(new ByteReader(length).length(most));
        if (chunk.length != new ByteReader(length).length(most)) {
            throw new Unreadable("The file ends too early.");
        }
        return chunk;
    }
}
