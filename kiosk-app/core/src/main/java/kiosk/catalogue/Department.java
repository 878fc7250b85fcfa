package kiosk.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** The four departments whose matters this terminal handles. */
public enum Department {
    /** 公安. */
    PUBLIC_SECURITY("public-security"),
    /** 税务. */
    TAX("tax"),
    /** 社会保险. */
    SOCIAL_SECURITY("social-security"),
    /** 医疗保障. */
    MEDICAL_INSURANCE("medical-insurance");

    private final String word;

    Department(String word) {
        this.word = word;
    }

    /** The word in the catalogue and on the wire. */
    public String word() {
        return word;
    }

    /** The department of that word. */
    public static Optional<Department> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
