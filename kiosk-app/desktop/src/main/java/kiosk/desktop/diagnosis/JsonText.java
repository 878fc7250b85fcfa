package kiosk.desktop.diagnosis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** JSON as it is written down, value after value (RFC 8259). */
final class JsonText {
    private static final String NOTHING = "null";

    private final StringBuilder text = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;

    JsonText object() {
        return begin('{', '}');
    }

    JsonText array() {
        return begin('[', ']');
    }

    private JsonText begin(char opening, char closing) {
        separate();
        text.append(opening);
        open.push(closing);
        first = true;
        return this;
    }

    /** Ends the object or array begun last. */
    JsonText end() {
        text.append(open.pop());
        first = false;
        return this;
    }

    /** The name of what comes next. */
    JsonText key(String name) {
        separate();
        quoted(name);
        text.append(": ");
        first = true;
        return this;
    }

    JsonText string(Optional<String> value) {
        if (value.isEmpty()) {
            return nothing();
        }
        separate();
        quoted(value.get());
        return this;
    }

    /** A constant in small letters with hyphens. */
    JsonText word(Optional<? extends Enum<?>> constant) {
        return string(constant.map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    JsonText number(long value) {
        return literal(String.valueOf(value));
    }

    JsonText nothing() {
        return literal(NOTHING);
    }

    JsonText literal(String value) {
        separate();
        text.append(value);
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(", ");
        }
        first = false;
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                text.append('\\').append(each);
            } else if (each < ' ') {
                text.append(String.format("\\u%04x", (int) each));
            } else {
                text.append(each);
            }
        }
        text.append('"');
    }

    String text() {
        return text.toString();
    }
}
