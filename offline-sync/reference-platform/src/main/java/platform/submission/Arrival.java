package platform.submission;

/** A submission as it comes over the line: from which terminal, under which id, whether somebody waits, and the bytes. */
@SuppressWarnings("ArrayRecordComponent")
public record Arrival(String terminal, String id, boolean citizenWaits, byte[] body) {
    @Override
    public String toString() {
        return "Arrival[" + id + ", " + body.length + " bytes]";
    }
}
