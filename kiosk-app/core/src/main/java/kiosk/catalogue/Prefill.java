package kiosk.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** Where a field's first value may come from; a closed list, one word each in the catalogue. */
public enum Prefill {
    /** The name on the card. */
    CARD_NAME("card.name"),
    /** The number on the card. */
    CARD_NUMBER("card.number"),
    /** The sex on the card, as GB/T 2261.1 codes it. */
    CARD_SEX("card.sex"),
    /** The birth date on the card, {@code 1990-03-07}. */
    CARD_BIRTH_DATE("card.birthDate"),
    /** The address on the card. */
    CARD_ADDRESS("card.address"),
    /** The mobile number the platform knows. */
    PLATFORM_PHONE("platform.phone"),
    /** The employer the platform knows. */
    PLATFORM_EMPLOYER("platform.employer"),
    /** The personal number of the insurance. */
    PLATFORM_INSURANCE_NUMBER("platform.insuranceNumber"),
    /** The six-digit place where the person is insured. */
    PLATFORM_INSURED_PLACE("platform.insuredPlaceCode"),
    /** The registered address of residence. */
    PLATFORM_RESIDENCE_ADDRESS("platform.residenceAddress"),
    /** The address in the household register. */
    PLATFORM_HOUSEHOLD_ADDRESS("platform.householdAddress"),
    /** {@code urban} or {@code rural}. */
    PLATFORM_HOUSEHOLD_TYPE("platform.householdType"),
    /** The bank payments go to. */
    PLATFORM_BANK_NAME("platform.bankName"),
    /** The bank account payments go to. */
    PLATFORM_BANK_ACCOUNT("platform.bankAccount");

    private final String word;

    Prefill(String word) {
        this.word = word;
    }

    /** The word in the catalogue; what follows {@code platform.} is the attribute's name on the wire. */
    public String word() {
        return word;
    }

    /** Whether the value comes from the platform, and not from the card. */
    public boolean fromPlatform() {
        return word.startsWith("platform.");
    }

    /** The source of that word. */
    public static Optional<Prefill> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
