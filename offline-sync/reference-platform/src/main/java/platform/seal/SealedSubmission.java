package platform.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest and the parts that came in one body with it: the manifest, then its inline parts in rising order, nothing after them. */
@SuppressWarnings("ArrayRecordComponent")
public record SealedSubmission(Manifest manifest, byte[] body, Map<Integer, byte[]> inline) {

    public SealedSubmission {
        inline = Map.copyOf(inline);
    }

    /** Reads both, and checks that each part is the one the manifest names. */
    public static SealedSubmission read(byte[] body) throws Unreadable {
        ByteReader reader = new ByteReader(body);
        Manifest manifest = Manifest.read(reader);
        Map<Integer, byte[]> inline = new HashMap<>();
        for (int n = 0; n < manifest.parts().size(); n++) {
            Manifest.Part part = manifest.parts().get(n);
            if (!part.uploaded()) {
                inline.put(n, reader.take(part.length()));
            }
        }
        if (reader.left() > 0) {
            throw new Unreadable("Something follows the last part.");
        }
        return new SealedSubmission(manifest, body, inline);
    }

    /** Checks each inline part against the manifest. */
    public void mustHoldItsParts() throws Unreadable {
        for (Map.Entry<Integer, byte[]> part : inline.entrySet()) {
            if (!manifest.parts().get(part.getKey()).is(part.getValue())) {
                throw new Unreadable("A part is not the one the manifest names.");
            }
        }
    }

    /** What the parts hold, those that were uploaded given here; all of them must be the manifest's. */
    public Payload open(PlatformKeys keys, Map<Integer, byte[]> uploaded) throws Unreadable {
        PartCipher cipher = new PartCipher(manifest, dataKey(keys));
        List<byte[]> plain = new ArrayList<>();
        for (int n = 0; n < manifest.parts().size(); n++) {
            byte[] sealed = Optional.ofNullable(inline.get(n)).orElseGet(() -> new byte[0]);
            plain.add(cipher.open(n, uploaded.getOrDefault(n, sealed)));
        }
        return Payload.of(plain);
    }

    private byte[] dataKey(PlatformKeys keys) throws Unreadable {
        for (Manifest.Recipient recipient : manifest.envelope().recipients()) {
            Optional<KeyPair> key = keys.opening(recipient.key());
            if (key.isPresent()) {
                return key.get().unwrap(recipient.wrapped());
            }
        }
        throw new Unreadable("The submission is sealed to keys of somebody else.");
    }

    @Override
    public String toString() {
        return "SealedSubmission[" + manifest + "]";
    }
}
