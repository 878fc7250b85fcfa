package kiosk.form;

/** Where a value on a form came from. */
public enum Provenance {
    /** The citizen's card. */
    CARD("card"),
    /** The provincial platform. */
    PLATFORM("platform"),
    /** The citizen, at this terminal. */
    CITIZEN("citizen");

    private final String word;

    Provenance(String word) {
        this.word = word;
    }

    /** The word on the wire. */
    public String word() {
        return word;
    }
}
