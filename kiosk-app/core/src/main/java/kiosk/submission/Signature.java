package kiosk.submission;

/** The citizen's signature as drawn: a PNG, black on white; the array is the record's own and is not to be written to. */
public record Signature(byte[] png) {
    @Override
    public String toString() {
        return "Signature[" + png.length + " bytes]";
    }
}
