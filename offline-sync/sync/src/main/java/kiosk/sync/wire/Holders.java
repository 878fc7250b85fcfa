package kiosk.sync.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import kiosk.submission.SubmissionId;

/**
 * Who may see the documents of this visit: a document asked for at another terminal is visible only with its holder's session, and the
 * list it was found in told which. Forgotten with the visit, with the next identification, and when there are more than a list can name (20 documents
 * and 20 receipts; PLATFORM-API.md, section 7); never on disk, never in a log.
 */
final class Holders {
    static final String HEADER = "Citizen-Session";
    private static final int MOST = 40;

    private final Map<SubmissionId, String> sessions = new LinkedHashMap<>();

    synchronized void forget() {
        sessions.clear();
    }

    /** The citizen has gone. */
    synchronized void forget(String session) {
        sessions.values().removeIf(session::equals);
    }

    synchronized void remember(SubmissionId id, String session) {
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        sessions.put(id, session);
    }

    synchronized Question vouched(Question question, SubmissionId id) {
        String session = sessions.get(id);
        return session == null ? question : question.with(HEADER, session);
    }
}
