package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kiosk.submission.SubmissionId;
import org.junit.jupiter.api.Test;

class HoldersTest {
    private static final Question QUESTION = Question.of("GET", "/v1/submissions/x", Duration.ofSeconds(1));

    @Test
    void aFullListOfDocumentsAndReceiptsIsRememberedWhole() {
        Holders holders = new Holders();
        List<SubmissionId> listed = IntStream.range(10, 50)
                .mapToObj(i -> SubmissionId.parse("019a0000-0000-7000-8000-0000000000" + i))
                .toList();
        listed.forEach(it -> holders.remember(it, "a-session"));
        assertThat(listed)
                .allSatisfy(it -> assertThat(holders.vouched(QUESTION, it))
                        .isEqualTo(QUESTION.with(Holders.HEADER, "a-session")));
        holders.forget();
        assertThat(holders.vouched(QUESTION, listed.get(39))).isEqualTo(QUESTION);
    }
}
