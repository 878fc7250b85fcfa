package kiosk.emulators.ipp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks, read as RFC 8010 section 3.1 writes it; groups are flattened, of each attribute the first value is kept as it stood,
 * and requested-attributes whole.
 */
record IppRequest(
        int version, int operation, int id, Map<String, byte[]> values, List<String> wanted, byte[] document) {
    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int LAST_GROUP_TAG = 0x0F;
    private static final int LARGEST_DOCUMENT = 64 << 20;

    static IppRequest read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int version = in.readUnsignedShort();
        int operation = in.readUnsignedShort();
        int id = in.readInt();
        Map<String, byte[]> values = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>();
        String name = "";
        for (int tag = in.readUnsignedByte(); tag != END_OF_ATTRIBUTES; tag = in.readUnsignedByte()) {
            if (tag > LAST_GROUP_TAG) {
                byte[] ownName = in.readNBytes(in.readUnsignedShort());
                byte[] value = in.readNBytes(in.readUnsignedShort());
                name = ownName.length == 0 ? name : new String(ownName, StandardCharsets.US_ASCII);
                values.putIfAbsent(name, value);
                if (name.equals("requested-attributes")) {
                    wanted.add(new String(value, StandardCharsets.US_ASCII));
                }
            }
        }
        return new IppRequest(version, operation, id, values, wanted, in.readNBytes(LARGEST_DOCUMENT));
    }

    /** Whether the request has what RFC 8011 section 4.1 requires of every one, in the order it requires. */
    boolean isComplete() {
        Iterator<String> names = values.keySet().iterator();
        return id > 0
                && values.size() >= 3
                && names.next().equals("attributes-charset")
                && names.next().equals("attributes-natural-language")
                && (values.containsKey("printer-uri") || values.containsKey("job-uri"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    int number(String name, int otherwise) {
        byte[] bytes = values.get(name);
        return bytes == null || bytes.length != Integer.BYTES
                ? otherwise
                : ByteBuffer.wrap(bytes).getInt();
    }

    /** The same request, wanting these attributes if it names none. */
    IppRequest orWanting(String... names) {
        return wanted.isEmpty() ? new IppRequest(version, operation, id, values, List.of(names), document) : this;
    }

    /** Whether the client wants this attribute; one that names none, or a group, gets all. */
    boolean wants(String name) {
        return wanted.isEmpty()
                || wanted.contains(name)
                || wanted.contains("all")
                || wanted.stream().anyMatch(group -> group.endsWith("-description") || group.endsWith("-template"));
    }
}
