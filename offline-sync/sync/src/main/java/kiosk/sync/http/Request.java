package kiosk.sync.http;

import java.util.Map;

/**
 * What is asked.
 *
 * @param path of the platform, {@code /v1/…}
 * @param fields besides the host and the length
 * @param body none: no bytes
 */
public record Request(String method, String path, Map<String, String> fields, byte[] body) {
    /** Keeps the fields from changing. */
    public Request {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "Request[" + method + ", " + body.length + " bytes]";
    }
}
