package platform.seal;

/** One page of a scanned material. */
@SuppressWarnings("ArrayRecordComponent")
public record ScannedPage(String material, int page, String contentType, byte[] content) {
    @Override
    public String toString() {
        return "ScannedPage[" + material + ", " + page + ", " + content.length + " bytes]";
    }
}
