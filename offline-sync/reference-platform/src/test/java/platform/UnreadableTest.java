package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;

/** What no repetition would make readable is refused for good, and said so at once. */
class UnreadableTest extends PlatformTest {
    private String refused(Consumer<ObjectNode> spoilt, Page... pages) {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        spoilt.accept(json);
        return error(terminal.submit(terminal.seal(id, json, pages)));
    }

    private static void scan(ObjectNode json, String material) {
        json.withArray("materials")
                .addObject()
                .put("material", material)
                .put("source", "scan")
                .put("pages", 1);
    }

    @Test
    void aMaterialThatIsListedTwice() {
        Page page = new Page("lease", 1, new byte[10]);
        Consumer<ObjectNode> twice = json -> {
            scan(json, "lease");
            scan(json, "lease");
        };
        assertThat(refused(twice, page, page)).isEqualTo("400 unreadable");
    }

    @Test
    void aMaterialWithANameThatIsNone() {
        for (String name : new String[] {"", "a\0b", "a\nb", "a".repeat(65)}) {
            assertThat(refused(json -> scan(json, name), new Page(name, 1, new byte[10])))
                    .isEqualTo("400 unreadable");
        }
    }

    @Test
    void aNumberOfACitizenThatIsNone() {
        for (String number : new String[] {"1\0", "9".repeat(3000)}) {
            assertThat(refused(json -> json.withObject("citizen").put("number", number)))
                    .isEqualTo("400 unreadable");
        }
    }

    @Test
    void valuesThatAreNoObjectAndMaterialsThatAreNoList() {
        assertThat(refused(json -> json.putArray("values").addObject().put("value", "x")))
                .isEqualTo("400 unreadable");
        assertThat(refused(json -> json.put("values", "x"))).isEqualTo("400 unreadable");
        assertThat(refused(json -> json.putObject("materials").putObject("x").put("material", "lease")))
                .isEqualTo("400 unreadable");
    }
}
