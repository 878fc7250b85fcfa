package kiosk.sync.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ledger of one terminal at a platform of a test: receipts signed and chained as PLATFORM-API.md, section 5.2, says. */
public final class Ledgers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "sm3=:" + "A".repeat(43) + "=:";

    /** Where a manifest tells of the journal (section 6.1). */
    private static final int JOURNAL = 62;

    private final Opener platform;
    private final String terminal;
    private final Map<String, String> given = new LinkedHashMap<>();
    private String previous = HEAD;
    private int last;

    public Ledgers(Opener platform) {
        this(platform, "K001");
    }

    public Ledgers(Opener platform, String terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** The receipt for that manifest; the same again for the same id. */
    public String receipt(Opener.Head head, byte[] manifest) {
        return receipt(head, head.id().toString(), manifest);
    }

    /** The same, under another id than the manifest has. */
    public String receipt(Opener.Head head, String id, byte[] manifest) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(manifest, Math.max(manifest.length, JOURNAL + 40)));
        byte[] journal = new byte[32];
        String count = Long.toString(bytes.getLong(JOURNAL));
        bytes.get(JOURNAL + 8, journal);
        return receipt(new String[] {id, head.number(), Sm3.field(manifest), count, Sm3.written(journal)});
    }

    /** The receipt of the terminal for whatever is said. */
    public String receipt(String id, String number, String digest) {
        return receipt(new String[] {id, number, digest, "0", HEAD});
    }

    private synchronized String receipt(String[] about) {
        return given.computeIfAbsent(about[0], any -> fresh(about));
    }

    public synchronized String given(String id) {
        return given.getOrDefault(id, "");
    }

    public synchronized int last() {
        return last;
    }

    private String fresh(String[] about) {
        last++;
        String[] lines = {
            "OKR1",
            about[0],
            terminal,
            about[1],
            about[2],
            "S202611220000000171",
            "2026-11-22T09:15:02+08:00",
            "working-days",
            "2026-11-23",
            Integer.toString(last),
            previous,
            about[3],
            about[4]
        };
        ObjectNode json = JSON.createObjectNode();
        json.put("id", lines[1])
                .put("terminal", lines[2])
                .put("number", lines[3])
                .put("digest", lines[4]);
        json.put("caseNumber", lines[5]).put("acceptedAt", lines[6]);
        json.putObject("promise").put("kind", lines[7]).put("days", 1).put("due", lines[8]);
        json.put("ledgerSeq", last).put("previous", previous);
        json.putObject("journal").put("count", Long.parseLong(lines[11])).put("head", lines[12]);
        json.put("key", platform.sign.id()).put("signature", platform.sign.signs(lines));
        previous = Sm3.field((String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return json.toString();
    }
}
