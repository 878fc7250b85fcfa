package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldControlTest {
    private final List<String> done = new ArrayList<>();
    private final WorldControl control = new WorldControl(new Verbs()
            .deed("lay", how -> done.add("laid " + how.get("title")))
            .deed("fail", how -> {
                throw new IllegalStateException("the tray is empty");
            })
            .question("ask", how -> "answer to " + how.get("what")));
    private final WorldClient client = new WorldClient(control.uri());

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void aDeedIsDoneWhenTheCallReturnsWhateverTheWordsContain() {
        client.turn("lay", "title", "劳动合同 & a=b?");
        assertThat(done).containsExactly("laid 劳动合同 & a=b?");
    }

    @Test
    void aQuestionIsAnswered() {
        assertThat(client.ask("ask", "what", "纸", "other", "x")).isEqualTo("answer to 纸");
    }

    @Test
    void anUnknownVerbIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> client.turn("dance"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[fail, lay]")
                .hasMessageContaining("[ask]");
    }

    @Test
    void whatTheWorldCannotDoIsSaid() {
        assertThatThrownBy(() -> client.turn("fail"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the tray is empty");
    }

    @Test
    void aWorldThatHasEndedIsNoticed() {
        control.close();
        assertThatThrownBy(() -> client.turn("lay")).isInstanceOf(UncheckedIOException.class);
    }
}
