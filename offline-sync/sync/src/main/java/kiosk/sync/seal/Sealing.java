package kiosk.sync.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.sync.seal.Manifest.Recipient;
import kiosk.sync.seal.Manifest.Subject;
import kiosk.sync.seal.Sealed.Part;

/**
 * A submission that is being sealed: its pages are, and the rest follows once it has its number. It holds the one key of the submission,
 * which is wiped when it is closed: from then on nobody on this terminal opens what it sealed.
 */
public final class Sealing implements AutoCloseable {
    /** The longest part the platform takes. */
    static final int MOST_PART = (8 << 20) + (64 << 10);

    /** The most that all parts may have. */
    static final int MOST_BYTES = 32 << 20;

    /** The most pages. */
    static final int MOST_PAGES = 200;

    /** A part that is longer travels by itself. */
    static final int LONGEST_INLINE = 100 << 10;

    /** The most that pages may add to the body of a PUT of 1 MiB: the manifest and part 0 need their room. */
    private static final int MOST_PAGES_INLINE = (1 << 20) - Manifest.MOST_BYTES - LONGEST_INLINE;

    private final Subject subject;
    private final Writing writing;
    private final SealingStream.Secret secret;
    private final List<Recipient> recipients;
    private final Signer signer;
    private final List<Part> pages = new ArrayList<>();

    /** How part 0 is written, once the number is known. */
    interface Writing {
        byte[] with(SubmissionWriter writer) throws IOException;
    }

    /** What everybody gets from the sealer. */
    record Means(SealingStream.Secret secret, List<Recipient> recipients, Signer signer) {}

    private Sealing(Subject subject, Writing writing, Means means) {
        this.subject = subject;
        this.writing = writing;
        this.secret = means.secret();
        this.recipients = means.recipients();
        this.signer = means.signer();
    }

    static Sealing of(Submission submission, Subject subject, Means means) {
        Sealing sealing = new Sealing(subject, writer -> writer.written(submission), means);
        boolean done = false;
        try {
            sealing.seal(SubmissionWriter.pages(submission));
            done = true;
            return sealing;
        } finally {
            if (!done) {
                sealing.close();
            }
        }
    }

    static Sealing of(Rating rating, Subject subject, Means means) {
        return new Sealing(subject, writer -> writer.written(rating), means);
    }

    private void seal(List<SubmissionWriter.Page> all) {
        if (all.size() > MOST_PAGES) {
            throw new NotSealed("it has more pages than the platform takes");
        }
        int inline = 0;
        for (SubmissionWriter.Page page : all) {
            int number = pages.size() + 1;
            byte[] sealed = sealed(number, page::write);
            boolean fits = sealed.length <= LONGEST_INLINE && inline + sealed.length <= MOST_PAGES_INLINE;
            inline += fits ? sealed.length : 0;
            pages.add(new Part(number, sealed, !fits));
        }
    }

    /** The pages that travel by themselves; they do not change any more. */
    public List<Part> uploaded() {
        return pages.stream().filter(Part::uploaded).toList();
    }

    /** Seals the rest. @throws NotSealed if it cannot be sealed; nothing of it may be stored then */
    public Sealed finished(Labels labels) {
        byte[] first = sealed(0, out -> out.write(writing.with(new SubmissionWriter(labels))));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(0, first, first.length > LONGEST_INLINE));
        parts.addAll(pages);
        if (parts.stream().mapToLong(it -> it.bytes().length).sum() > MOST_BYTES) {
            throw new NotSealed("it is longer than the platform takes");
        }
        try {
            byte[] manifest = new Manifest(subject, labels, secret.noncePrefix(), recipients, parts).signedBy(signer);
            return new Sealed(manifest, parts);
        } catch (IOException e) {
            throw new NotSealed("the manifest could not be written", e);
        }
    }

    private interface Plaintext {
        void writeTo(SealingStream out) throws IOException;
    }

    private byte[] sealed(int number, Plaintext plaintext) {
        SealingStream out = new SealingStream(number, MOST_PART, secret, subject.id());
        try (out) {
            plaintext.writeTo(out);
        } catch (IOException e) {
            throw new NotSealed("a part could not be sealed", e);
        }
        return out.sealed();
    }

    /** Wipes the key. */
    @Override
    public void close() {
        Arrays.fill(secret.key(), (byte) 0);
    }
}
