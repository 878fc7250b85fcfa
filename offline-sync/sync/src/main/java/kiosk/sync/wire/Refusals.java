package kiosk.sync.wire;

import kiosk.platform.Answer;

/** What the platform's errors mean to who asked a question (PLATFORM-API.md, section 2). */
final class Refusals {
    private Refusals() {}

    static <T> Answer<T> answer(Reply.Failure failure) {
        return switch (failure.code()) {
            case "unknown-person" -> new Answer.Refused<>(Answer.Refusal.UNKNOWN_PERSON);
            case "code-expired" -> new Answer.Refused<>(Answer.Refusal.CODE_EXPIRED);
            case "not-found", "not-issued" -> new Answer.Refused<>(Answer.Refusal.NOT_FOUND);
            default -> failure.passing() ? new Answer.Unreachable<>() : new Answer.Refused<>(Answer.Refusal.OTHER);
        };
    }
}
