package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed head of a submission. All integers are big-endian and unsigned (PLATFORM-API.md, section 6.1).
 *
 * <pre>
 * length  content
 * 4       "OKM1" = 4F 4B 4D 31
 * 1       version = 01
 * 16      the submission's uuid
 * 16      depends on: the uuid of what must have arrived before; zeros: nothing
 * 16      replaces: the uuid of the case this puts right; zeros: none
 * 1       kind: 01 application, 02 certificate, 03 payment, 04 rating
 * 8       sealed at, milliseconds since 1970
 * 8       how many entries the terminal's journal had
 * 32      the head of that journal, SM3
 * 1 + t   length and ASCII of the terminal's id, 1 to 32
 * 1 + i   length and ASCII of the item, 1 to 128
 * 1 + n   length and ASCII of the number, 4 to 40
 * 6       nonce prefix, random
 * 1       r = number of recipients, 1 or 2
 * r ×     1 + k   length and ASCII of the id of the platform's key, 1 to 64
 *         113     the 16-byte SM4 key, encrypted with SM2 to it: C1 ‖ C3 ‖ C2, C1 = 04 ‖ x ‖ y, C3 the 32-byte SM3
 * 1       p = number of parts, 1 to 201
 * p ×     1       where it is: 00 inline, in the body of the PUT; 01 uploaded
 *         4       length of the sealed part
 *         32      SM3 over the sealed part
 * 1 + k   length and ASCII of the id of the terminal's signing key, 1 to 64
 * 64      signature r ‖ s of that key over all bytes before it
 * </pre>
 */
record Manifest(
        Subject subject, Labels labels, byte[] noncePrefix, List<Recipient> recipients, List<Sealed.Part> parts) {
    static final byte[] MAGIC = "OKM1".getBytes(StandardCharsets.US_ASCII);
    static final int PREFIX_BYTES = 6;

    /** More than any manifest has: 201 parts, 2 recipients, names as long as they may be. */
    static final int MOST_BYTES = 16 << 10;

    static final int VERSION = 1;
    static final List<String> KINDS = List.of("application", "certificate", "payment", "rating");
    static final UUID NONE = new UUID(0, 0);

    /** Which submission, and on which others it leans. */
    record Subject(UUID id, Optional<UUID> dependsOn, Optional<UUID> replaces) {}

    /** Whose key opens it, and the key encrypted to that one. */
    record Recipient(String keyId, byte[] wrapped) {}

    /** The bytes, signed. */
    byte[] signedBy(Signer signer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        head(out);
        sealing(out);
        text(signer.publicKey().id(), out);
        out.flush();
        bytes.writeBytes(signer.sign(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private void head(DataOutputStream out) throws IOException {
        int kind = KINDS.indexOf(labels.kind()) + 1;
        if (kind == 0) {
            throw new NotSealed("there is no such kind of submission");
        }
        out.write(MAGIC);
        out.writeByte(VERSION);
        uuid(subject.id(), out);
        uuid(subject.dependsOn().orElse(NONE), out);
        uuid(subject.replaces().orElse(NONE), out);
        out.writeByte(kind);
        out.writeLong(labels.clock().millis());
        out.writeLong(labels.journal().count());
        out.write(labels.journal().head());
        text(labels.terminal(), out);
        text(labels.item(), out);
        text(labels.number(), out);
    }

    private void sealing(DataOutputStream out) throws IOException {
        out.write(noncePrefix);
        out.writeByte(recipients.size());
        for (Recipient recipient : recipients) {
            text(recipient.keyId(), out);
            out.write(recipient.wrapped());
        }
        out.writeByte(parts.size());
        for (Sealed.Part part : parts) {
            out.writeByte(part.uploaded() ? 1 : 0);
            out.writeInt(part.bytes().length);
            out.write(Sm3.of(part.bytes()));
        }
    }

    private static void uuid(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.writeByte(ascii.length);
        out.write(ascii);
    }
}
