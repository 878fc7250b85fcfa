package platform.wire;

/** The closed list of errors of PLATFORM-API.md, section 2. */
public enum ErrorCode {
    BAD_REQUEST(400, "bad-request", "The request does not follow the interface description."),
    DIGEST_WRONG(400, "digest-wrong", "The body does not have the digest its header claims."),
    UNREADABLE(400, "unreadable", "The submission cannot be read."),
    SIGNATURE_WRONG(400, "signature-wrong", "The terminal it names did not sign this."),
    SESSION_EXPIRED(401, "session-expired", "Identify the citizen again."),
    UNKNOWN_TERMINAL(403, "unknown-terminal", "The terminal or its key is not enrolled."),
    CERTIFICATE_EXPIRED(403, "certificate-expired", "The certificate has expired; renew it."),
    UNKNOWN_PERSON(404, "unknown-person", "Nobody of that name and number."),
    UNKNOWN_ITEM(404, "unknown-item", "This item is not offered."),
    NOT_FOUND(404, "not-found", "No such thing."),
    BAD_METHOD(405, "bad-method", "This address does not know that method."),
    UPLOAD_OFFSET(409, "upload-offset", "The part goes on elsewhere."),
    PARTS_MISSING(409, "parts-missing", "Parts that the manifest names are not here whole."),
    PAYMENT_MISSING(409, "payment-missing", "The order is not paid."),
    DEPENDS_ON_MISSING(409, "depends-on-missing", "What this depends on has not arrived."),
    NOT_ISSUED(409, "not-issued", "There is no document yet."),
    ALREADY_PAID(409, "already-paid", "The order takes no payment any more."),
    CODE_EXPIRED(410, "code-expired", "The login code is unknown, used or too old."),
    REFUNDED(410, "refunded", "The money went back; the matter is closed."),
    CANCELLED(410, "cancelled", "The order was cancelled; nothing was paid."),
    TOO_LARGE(413, "too-large", "The body is too large."),
    BAD_TYPE(415, "bad-type", "This content type is not accepted here."),
    DIGEST_MISMATCH(422, "digest-mismatch", "This id was accepted with another digest."),
    OTHER_TERMINAL(422, "other-terminal", "This id was accepted from another terminal."),
    REPLACES_WRONG(422, "replaces-wrong", "There is nothing there to be put right by this."),
    ALREADY_RATED(422, "already-rated", "That submission has its rating."),
    AMOUNT_MISMATCH(422, "amount-mismatch", "The amount is not the order's or no price of the item."),
    ORDER_DIFFERS(422, "order-differs", "The order exists with another item or amount."),
    NEEDS_CITIZEN(422, "needs-citizen", "The citizen has to put something right."),
    BUSY(429, "busy", "Too much at once."),
    BROKEN(500, "broken", "The platform failed."),
    DOWN(503, "down", "The platform is not available."),
    DEPARTMENT_DOWN(503, "department-down", "The department is not available.");

    private final int status;
    private final String code;
    private final String message;

    ErrorCode(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** Whether a submission that is refused so is refused at any later time, too. */
    public boolean isForGood() {
        boolean passing = status == 401 || status == 403 || status == 409 || status == 429;
        return status < 500 && !passing && this != DIGEST_WRONG;
    }

    /** Whether the answer says when to come again. */
    public boolean comesWithRetryAfter() {
        return this == BUSY || this == DOWN || this == DEPARTMENT_DOWN;
    }
}
