package platform;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import platform.wire.Digest;

/** A terminal's end of an upload: one part, sent piece by piece. */
record Pieces(Terminal terminal, Sealed sealed, int n) {
    private static final int PIECE = 1024 * 1024;

    String path() {
        return "/v1/submissions/" + sealed.id() + "/parts/" + n;
    }

    byte[] part() {
        return sealed.parts().get(n);
    }

    /** Sends what lies between. */
    HttpResponse<byte[]> send(int from, int to) {
        return send(from, Arrays.copyOfRange(part(), from, to), to == part().length);
    }

    HttpResponse<byte[]> send(int from, byte[] bytes, boolean isLast) {
        return terminal.exchange("PATCH", path(), headers(from, isLast), bytes);
    }

    Map<String, String> headers(int from, boolean isLast) {
        return Map.of(
                "Content-Type",
                "application/partial-upload",
                "Upload-Offset",
                String.valueOf(from),
                "Upload-Complete",
                isLast ? "?1" : "?0",
                "Repr-Digest",
                Digest.of(part()));
    }

    HttpResponse<byte[]> progress() {
        return terminal.exchange("HEAD", path(), Map.of(), new byte[0]);
    }

    /** Sends the whole part. */
    void sendAll() {
        for (int from = 0; from < part().length; from += PIECE) {
            send(from, Math.min(part().length, from + PIECE));
        }
    }

    static String offset(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Upload-Offset").orElse("none") + " "
                + answer.headers().firstValue("Upload-Complete").orElse("none");
    }
}
