package kiosk.sync.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One request and what counts as its success.
 *
 * @param success the status codes that are a success
 * @param answerType the content type of a success; empty where it has no content
 * @param mostBytes the longest body that is read
 * @param patience how long the whole exchange may take
 * @param repeatable whether asking twice is as good as asking once
 */
record Question(
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        Set<Integer> success,
        String answerType,
        int mostBytes,
        Duration patience,
        boolean repeatable) {
    static final String JSON = "application/json";
    static final String PDF = "application/pdf";
    static final String SUBMISSION = "application/vnd.kiosk.submission";
    static final String PARTIAL = "application/partial-upload";
    static final int MOST_JSON = 256 << 10;
    static final int MOST_PDF = 16 << 20;

    static Question of(String method, String path, Duration patience) {
        boolean repeatable = !method.equals("POST");
        return new Question(method, path, Map.of(), new byte[0], Set.of(200), JSON, MOST_JSON, patience, repeatable);
    }

    Question with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Question(method, path, more, body, success, answerType, mostBytes, patience, repeatable);
    }

    Question carrying(String type, byte[] bytes) {
        return new Question(method, path, headers, bytes, success, answerType, mostBytes, patience, repeatable)
                .with("Content-Type", type);
    }

    /** A question that changes nothing, though it is posted. */
    Question changingNothing() {
        return new Question(method, path, headers, body, success, answerType, mostBytes, patience, true);
    }

    /** Success is 201 as well as 200. */
    Question orCreated() {
        return new Question(method, path, headers, body, Set.of(200, 201), answerType, mostBytes, patience, repeatable);
    }

    /** Success is 204, without content. */
    Question forNothing() {
        return new Question(method, path, headers, body, Set.of(204), "", 0, patience, repeatable);
    }

    Question forPdf() {
        return new Question(method, path, headers, body, success, PDF, MOST_PDF, patience, repeatable);
    }

    @Override
    public String toString() {
        return "Question[" + method + ", " + body.length + " bytes]";
    }
}
