package platform.upload;

/** One piece of a part as it arrived: where it begins, what of it came, whether the part ends with it. */
@SuppressWarnings("ArrayRecordComponent")
public record Piece(Place place, String reprDigest, long offset, byte[] content, boolean isLast) {
    /** Whose part it is. */
    public record Place(String terminal, String id, int number) {}

    /** How far a part has come. */
    public record Progress(long received, boolean isWhole) {}

    @Override
    public String toString() {
        return "Piece[" + place + " at " + offset + ", " + content.length + " bytes]";
    }
}
