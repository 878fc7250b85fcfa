package platform.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import platform.seal.KeyPair;
import platform.seal.PlatformKeys;

/** The platform's keys as it tells them, signed by those that sign or did; section 3. */
public final class Announcement {
    private Announcement() {}

    /** Signed by the sign key before the present one where there was one, and again by every other. */
    public static Map<String, Object> of(PlatformKeys keys) {
        List<KeyPair> signers = keys.signers();
        KeyPair first = signers.size() > 1 ? signers.get(1) : signers.get(0);
        byte[] announced = keys.announced();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("current", key(keys.current()));
        keys.next().ifPresent(next -> said.put("next", key(next)));
        said.put("sign", key(keys.sign()));
        said.put("signedBy", first.id());
        said.put("signature", first.sign(announced));
        List<Map<String, String>> others = new ArrayList<>();
        for (KeyPair signer : signers) {
            if (signer != first) {
                others.add(Map.of("signedBy", signer.id(), "signature", signer.sign(announced)));
            }
        }
        said.put("alsoSigned", others);
        return said;
    }

    private static Map<String, String> key(KeyPair pair) {
        return Map.of("id", pair.id(), "publicKey", pair.publicKey().base64());
    }
}
