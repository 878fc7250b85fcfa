package kiosk.catalogue;

/** A sentence or label of the catalogue in every language the terminal speaks. */
public record Text(String chinese, String english) {
    /** The wording in that language. */
    public String in(Language language) {
        return switch (language) {
            case ZH_CN -> chinese;
            case EN -> english;
        };
    }
}
