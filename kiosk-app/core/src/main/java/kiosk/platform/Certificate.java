package kiosk.platform;

/** An electronic certificate (电子证照) the platform holds for a person; the identifier is by GB/T 36904-2018. */
public record Certificate(String id, String kind, String title) {
    @Override
    public String toString() {
        return "Certificate[" + kind + "]";
    }
}
