package kiosk.submission;

/**
 * A document the platform issued.
 *
 * @param pdf as received; the array is the record's own and is not to be written to
 * @param pages how many pages were announced
 */
public record IssuedDocument(SubmissionId id, byte[] pdf, String verificationCode, int pages) {
    @Override
    public String toString() {
        return "IssuedDocument[" + id + ", " + pages + " pages]";
    }
}
