package platform.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import platform.wire.Digest;

/**
 * What a terminal signs of a submission: who sends it, what it is about, which parts it has. Version 1 (PLATFORM-API.md, section 6.1);
 * integers are big-endian and unsigned.
 *
 * <pre>
 * offset length  content
 *  0     4       "OKM1" = 4F 4B 4D 31
 *  4     1       version = 01
 *  5     16      the submission's uuid
 * 21     16      depends on: a uuid, or zeros
 * 37     16      replaces: a uuid, or zeros
 * 53     1       kind: 01 application, 02 certificate, 03 payment, 04 rating
 * 54     8       sealed at, milliseconds since 1970
 * 62     8       how many entries the terminal's journal had
 * 70     32      the head of that journal, SM3
 * 102    1 + t   the terminal's id, 1 to 32 of [A-Za-z0-9-]
 *        1 + i   the item, 1 to 128
 *        1 + n   the number a person can read out, 4 to 40 of [A-Za-z0-9-]
 *        6       nonce prefix
 *        1       r = number of recipients, 1 or 2
 *        r ×     1 + k   id of the platform's key, 1 to 64
 *                113     the 16-byte SM4 key under SM2: C1 (65, 04 ‖ x ‖ y) ‖ C3 (32) ‖ C2 (16)
 *        1       p = number of parts, 1 to 201
 *        p ×     1       00 inline, 01 uploaded
 *                4       length of the sealed part
 *                32      SM3 over the sealed part
 *        1 + k   id of the terminal's signing key, 1 to 64
 *        64      signature r ‖ s over all bytes before it
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent")
public record Manifest(
        byte[] bytes,
        Subject subject,
        Journal journal,
        Envelope envelope,
        List<Part> parts,
        String signingKey,
        byte[] signature) {
    /** The largest part: a page of 8 MiB, its header, its tags. */
    public static final int LONGEST_PART = 8 * 1024 * 1024 + 64 * 1024;

    /** All parts of a submission together. */
    public static final long ALL_PARTS = 32L * 1024 * 1024;

    /** The highest number of parts: the submission and 200 pages. */
    public static final int MOST_PARTS = 201;

    private static final byte[] MAGIC = {'O', 'K', 'M', '1'};
    private static final int VERSION = 1;
    private static final int WRAPPED_KEY_BYTES = 65 + 32 + 16;
    private static final int LONGEST_KEY_ID = 64;
    private static final int PREFIX_BYTES = 6;
    private static final int SM3_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int MOST_RECIPIENTS = 2;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]+");

    public Manifest {
        parts = List.copyOf(parts);
    }

    /** What the terminal's journal was before this submission. */
    public record Journal(long count, byte[] head) {}

    /** The SM4 key, sealed to each of the platform's keys, and the beginning of every nonce. */
    public record Envelope(byte[] noncePrefix, List<Recipient> recipients) {
        public Envelope {
            recipients = List.copyOf(recipients);
        }
    }

    /** A key of the platform's, and the SM4 key under it. */
    public record Recipient(String key, byte[] wrapped) {}

    /** One sealed part: whether it was uploaded, how long it is, what its SM3 is. */
    public record Part(boolean uploaded, int length, byte[] sm3) {
        /** Whether these bytes are that part. */
        public boolean is(byte[] sealed) {
            return sealed.length == length && Arrays.equals(Digest.sm3(sealed), sm3);
        }
    }

    /** Reads a manifest from the start of these bytes; more may follow. */
    static Manifest read(ByteReader reader) throws Unreadable {
        if (!Arrays.equals(reader.take(MAGIC.length), MAGIC) || reader.u8() != VERSION) {
            throw new Unreadable("This is no manifest of version 1.");
        }
        Subject.Ids ids = Subject.Ids.read(reader);
        String kind = Subject.kind(reader.between(1, Subject.KINDS.size()));
        long sealedAt = reader.u63();
        Journal journal = new Journal(reader.u63(), reader.take(SM3_BYTES));
        Subject subject =
                new Subject(ids, kind, sealedAt, word(reader, 1, 32), reader.word(1, 128), word(reader, 4, 40));
        subject.mustFit();
        Envelope envelope = new Envelope(reader.take(PREFIX_BYTES), recipients(reader));
        List<Part> parts = parts(reader);
        String signingKey = reader.word(1, LONGEST_KEY_ID);
        byte[] signature = reader.take(Sm2.SIGNATURE_BYTES);
        return new Manifest(reader.soFar(), subject, journal, envelope, parts, signingKey, signature);
    }

    private static String word(ByteReader reader, int least, int most) throws Unreadable {
        String word = reader.word(least, most);
        if (!WORD.matcher(word).matches()) {
            throw new Unreadable("A name has characters it must not have.");
        }
        return word;
    }

    private static List<Recipient> recipients(ByteReader reader) throws Unreadable {
        List<Recipient> recipients = new ArrayList<>();
        for (int left = reader.between(1, MOST_RECIPIENTS); left > 0; left--) {
            recipients.add(new Recipient(reader.word(1, LONGEST_KEY_ID), reader.take(WRAPPED_KEY_BYTES)));
        }
        return recipients;
    }

    private static List<Part> parts(ByteReader reader) throws Unreadable {
        List<Part> parts = new ArrayList<>();
        for (int left = reader.between(1, MOST_PARTS); left > 0; left--) {
            boolean uploaded = reader.between(0, 1) == 1;
            int length = reader.length(LONGEST_PART);
            if (length <= TAG_BYTES) {
                throw new Unreadable("A part is too short.");
            }
            parts.add(new Part(uploaded, length, reader.take(SM3_BYTES)));
        }
        return parts;
    }

    /** The digest that names these bytes in the ledger: SM3 over all of them, the signature included. */
    public String digest() {
        return Digest.sm3Text(Digest.sm3(bytes));
    }

    /** Whether this key of the terminal's made the signature. */
    public boolean isSignedBy(PublicKey key) {
        return key.signed(Arrays.copyOf(bytes, bytes.length - Sm2.SIGNATURE_BYTES), signature);
    }

    /** How long all the parts are together. */
    public long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    @Override
    public String toString() {
        return "Manifest[" + subject.id() + ", " + parts.size() + " parts]";
    }
}
