package kiosk.form;

/** A value on a form and where it came from. */
public record Entry(String value, Provenance source) {
    @Override
    public String toString() {
        return "Entry[" + source + "]";
    }
}
