package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class JournalHeadTest {
    @Test
    void thePlacesFollowEachOtherAsTheWireSays() throws Exception {
        MessageDigest sm3 = MessageDigest.getInstance("SM3", new BouncyCastleProvider());
        sm3.update(new byte[32]);
        byte[] first = sm3.digest("OKJ1\n1\n1795310102000\n260\nof=x\n".getBytes(StandardCharsets.UTF_8));
        sm3.update(first);
        byte[] second = sm3.digest("OKJ1\n2\n1795310102001\n101\n\n".getBytes(StandardCharsets.UTF_8));
        JournalHead head = JournalHead.EMPTY.next(1795310102000L, 260, "of=x");
        assertThat(head.same(new JournalHead(1, first))).isTrue();
        JournalHead next = head.next(1795310102001L, 101, "");
        assertThat(next.same(new JournalHead(2, second))).isTrue();
        assertThat(next.field()).isEqualTo("sm3=:" + Base64.getEncoder().encodeToString(second) + ":");
        assertThat(next.same(new JournalHead(3, second))).isFalse();
    }

    @Test
    void aPlaceIsReadAgainAsItWasWritten() {
        JournalHead head = JournalHead.EMPTY.next(1, 2, "");
        assertThat(JournalHead.read(1, head.field()).same(head)).isTrue();
        assertThat(JournalHead.read(1, HexFormat.of().formatHex(head.head())).same(head))
                .isTrue();
        for (String none : new String[] {"", "sm3=:AA==:", "sm3=:", "x".repeat(64)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> JournalHead.read(1, none));
        }
    }
}
