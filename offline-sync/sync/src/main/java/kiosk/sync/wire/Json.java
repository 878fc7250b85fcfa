package kiosk.sync.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiosk.catalogue.Text;
import kiosk.form.Problem;

/** Reads the platform's JSON; what is not as the wire says is malformed, and never a guess. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    /** Thrown at anything that is not as the wire says. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    /** Makes a value of an answer. */
    interface Reading<T> {
        T from(Json json) throws Malformed;
    }

    static Json parse(byte[] bytes) throws Malformed {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (!node.isObject()) {
                throw new Malformed("not an object");
            }
            return new Json(node);
        } catch (IOException e) {
            throw new Malformed("not JSON");
        }
    }

    String text(String name) throws Malformed {
        return optional(name).orElseThrow(() -> new Malformed("a text is missing"));
    }

    Optional<String> optional(String name) throws Malformed {
        JsonNode found = node.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return Optional.empty();
        }
        if (!found.isTextual()) {
            throw new Malformed("not a text");
        }
        return Optional.of(found.textValue());
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    boolean flag(String name) {
        return node.path(name).booleanValue();
    }

    int count(String name) throws Malformed {
        JsonNode found = node.path(name);
        if (!found.canConvertToInt() || !found.isIntegralNumber() || found.intValue() < 0) {
            throw new Malformed("not a count");
        }
        return found.intValue();
    }

    /** The counts in a list; none where there is no list. */
    List<Integer> counts(String name) throws Malformed {
        List<Integer> counts = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            if (!element.isIntegralNumber() || !element.canConvertToInt()) {
                throw new Malformed("not a count");
            }
            counts.add(element.intValue());
        }
        return counts;
    }

    long whole(String name) throws Malformed {
        JsonNode found = node.path(name);
        if (!found.canConvertToLong() || !found.isIntegralNumber() || found.longValue() < 0) {
            throw new Malformed("not a whole number");
        }
        return found.longValue();
    }

    double number(String name) throws Malformed {
        JsonNode found = node.path(name);
        if (!found.isNumber() || !Double.isFinite(found.doubleValue())) {
            throw new Malformed("not a number");
        }
        return found.doubleValue();
    }

    JsonNode node() {
        return node;
    }

    Instant time(String name) throws Malformed {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text(name));
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw new Malformed("not a time that a store can keep");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new Malformed("not a time");
        }
    }

    Optional<LocalDate> date(String name) throws Malformed {
        try {
            return optional(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Malformed("not a date");
        }
    }

    Json object(String name) throws Malformed {
        JsonNode found = node.path(name);
        if (!found.isObject()) {
            throw new Malformed("not an object");
        }
        return new Json(found);
    }

    <T> List<T> list(String name, Reading<T> reading) throws Malformed {
        List<T> values = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            values.add(reading.from(new Json(element)));
        }
        return values;
    }

    /** The problems in an answer (PLATFORM-API.md, section 2); the words of both languages or none. */
    List<Problem> problems() throws Malformed {
        return list("problems", it -> new Problem(it.field(), Problem.Why.PLATFORM, it.words("message")));
    }

    /** The name of a field of ours; what cannot be one is nobody's words to be kept, and is not taken. */
    private Optional<String> field() throws Malformed {
        return optional("field").filter(it -> FIELD.matcher(it).matches());
    }

    /** Words in both languages; Chinese alone stands for both. */
    Optional<Text> words(String name) {
        JsonNode message = node.path(name);
        String chinese = message.path("zh-CN").asText("");
        return chinese.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(chinese, message.path("en").asText(chinese)));
    }
}
