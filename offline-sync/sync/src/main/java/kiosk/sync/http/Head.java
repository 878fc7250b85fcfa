package kiosk.sync.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer begins.
 *
 * @param fields by their names in lower case; of one that is there more than once, the first
 */
public record Head(int status, Map<String, String> fields) {
    /** Keeps the fields from changing. */
    public Head {
        fields = Map.copyOf(fields);
    }

    /** The value of a field, whichever way its name is written. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }
}
