package kiosk.identity;

import java.util.Optional;

/** What a citizen proves who they are with; a typed number is never evidence. */
public sealed interface Evidence {
    /** The imprint of the card; empty where there is no card, or its driver makes none: then nothing half done can be kept. */
    Optional<CardImprint> imprint();

    /** The same evidence without the imprint, where nothing is to be locked with it. */
    Evidence withoutImprint();

    /** An identity card read by its chip. */
    record ByIdCard(IdCard card, Optional<CardImprint> imprint) implements Evidence {
        /** A card whose driver makes no imprint. */
        public ByIdCard(IdCard card) {
            this(card, Optional.empty());
        }

        @Override
        public Evidence withoutImprint() {
            return new ByIdCard(card);
        }
    }

    /** A social-security card whose holder could be read. */
    record BySocialCard(SocialCard card, Optional<CardImprint> imprint) implements Evidence {
        /** A card whose driver makes no imprint. */
        public BySocialCard(SocialCard card) {
            this(card, Optional.empty());
        }

        @Override
        public Evidence withoutImprint() {
            return new BySocialCard(card);
        }
    }

    /** A code from the citizen's phone, opaque to the terminal; only the platform can say whose it is. */
    record ByCode(String code) implements Evidence {
        /** A code is another one each time: nothing can be locked with it. */
        @Override
        public Optional<CardImprint> imprint() {
            return Optional.empty();
        }

        @Override
        public Evidence withoutImprint() {
            return this;
        }

        @Override
        public String toString() {
            return "ByCode[" + code.length() + " characters]";
        }
    }
}
