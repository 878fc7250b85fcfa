package kiosk.platform;

import java.util.function.Function;

/** How a question to the platform ended. */
public sealed interface Answer<T> {
    /** The platform answered. */
    record Answered<T>(T value) implements Answer<T> {
        @Override
        public String toString() {
            return "Answered";
        }
    }

    /** The platform answered that it will not. */
    record Refused<T>(Refusal why) implements Answer<T> {}

    /** No answer that could be trusted: no line, no time, or something that is not the platform. */
    record Unreachable<T>() implements Answer<T> {}

    /** Why the platform will not. */
    enum Refusal {
        /** It does not know the person. */
        UNKNOWN_PERSON,
        /** The code is used up or too old. */
        CODE_EXPIRED,
        /** There is no such thing (yet). */
        NOT_FOUND,
        /** Anything else. */
        OTHER
    }

    /** The value, or another where there is none. */
    default T or(T otherwise) {
        return this instanceof Answered<T> answered ? answered.value() : otherwise;
    }

    /** This answer with its value changed. */
    default <R> Answer<R> map(Function<T, R> change) {
        if (this instanceof Answered<T> answered) {
            return new Answered<>(change.apply(answered.value()));
        }
        return this instanceof Refused<T> refused ? new Refused<>(refused.why()) : new Unreachable<>();
    }
}
