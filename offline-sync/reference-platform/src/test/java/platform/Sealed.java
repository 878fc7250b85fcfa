package platform;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import platform.wire.Digest;

/** A sealed submission, ready to be sent any number of times. */
record Sealed(UUID id, Map<String, String> headers, byte[] manifest, List<byte[]> parts, IntPredicate uploaded) {

    static Sealed of(UUID id, Sealing.Sealed sealed, IntPredicate uploaded) {
        return new Sealed(
                id,
                Map.of("Content-Type", "application/vnd.kiosk.submission"),
                sealed.manifest(),
                sealed.parts(),
                uploaded);
    }

    /** The manifest and its inline parts. */
    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(manifest);
        for (int n = 0; n < parts.size(); n++) {
            if (!uploaded.test(n)) {
                body.writeBytes(parts.get(n));
            }
        }
        return body.toByteArray();
    }

    String digest() {
        return Digest.sm3Text(Digest.sm3(manifest));
    }

    Sealed withHeader(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        return new Sealed(id, changed, manifest, parts, uploaded);
    }

    Sealed whileTheCitizenWaits() {
        return withHeader("Citizen-Waits", "?1");
    }

    /** The same with one byte of the manifest changed. */
    Sealed withBentManifest(int at) {
        byte[] bent = manifest.clone();
        bent[at] ^= 1;
        return new Sealed(id, headers, bent, parts, uploaded);
    }

    /** The same with the last byte of a part changed. */
    Sealed withBentPart(int n) {
        List<byte[]> bent = new ArrayList<>(parts);
        bent.set(n, parts.get(n).clone());
        bent.get(n)[parts.get(n).length - 1] ^= 1;
        return new Sealed(id, headers, manifest, bent, uploaded);
    }
}
