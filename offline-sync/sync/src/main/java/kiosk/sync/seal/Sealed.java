package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A submission as it is kept and sent, the same bytes for ever.
 *
 * @param manifest signed; see {@link Manifest}
 * @param parts all, in order
 */
public record Sealed(byte[] manifest, List<Part> parts) {
    /** Keeps the list from changing. */
    public Sealed {
        parts = List.copyOf(parts);
    }

    /**
     * One sealed part.
     *
     * @param number as in the manifest, from 0
     * @param uploaded whether it travels by itself, before the manifest
     */
    public record Part(int number, byte[] bytes, boolean uploaded) {
        @Override
        public String toString() {
            return "Part[" + number + ", " + bytes.length + " bytes" + (uploaded ? ", uploaded]" : "]");
        }
    }

    /**
     * What is put.
     *
     * @param body the manifest and its inline parts in rising order
     * @param digest what two submissions are told apart by: SM3 over the manifest, as the wire writes it
     * @param bodyDigest SHA-256 over the body, as RFC 9530 writes it
     */
    public record Put(byte[] body, String digest, String bodyDigest) {
        @Override
        public String toString() {
            return "Put[" + body.length + " bytes]";
        }
    }

    /** What is put, with its digests. */
    public Put put() {
        byte[] body = body();
        return new Put(body, digest(), Sha256.field(body));
    }

    /** What two submissions are told apart by: SM3 over the manifest, as the wire writes it. */
    public String digest() {
        return Sm3.field(manifest);
    }

    /** What is put: the manifest and its inline parts in rising order. */
    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(manifest);
        parts.stream().filter(it -> !it.uploaded()).forEach(it -> body.writeBytes(it.bytes()));
        return body.toByteArray();
    }

    /** The parts that travel by themselves. */
    public List<Part> uploaded() {
        return parts.stream().filter(Part::uploaded).toList();
    }

    @Override
    public String toString() {
        return "Sealed[" + parts.size() + " parts]";
    }
}
