package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiosk.demo.rehearsal.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    @TempDir
    private static Path folder;

    private static World world;
    private static WorldClient client;

    @BeforeAll
    static void stand() {
        world = new World(folder);
        client = new WorldClient(world.control());
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void everyMemberOfTheCastCanLayTheirCardsAndShowTheirCode() {
        for (Cast.Member member : new Cast().members()) {
            client.turn("lay-id-card", "number", member.number());
            client.turn("insert-social-card", "number", member.number());
            client.turn("show-login-code", "number", member.number());
            assertThat(member.idCard().number()).isEqualTo(member.number());
            assertThat(member.toString()).isEqualTo("Member");
        }
        client.turn("take-id-card");
        client.turn("take-social-card");
    }

    @Test
    void everyTurnOfTheCounterCanBeTurnedBack() {
        for (String verb : List.of(
                "empty-receipts",
                "refill-receipts",
                "empty-pages",
                "refill-pages",
                "jam-pages",
                "clear-pages",
                "id-card-cable-out",
                "id-card-cable-in",
                "cut-line",
                "mend-line",
                "take-sheets")) {
            assertThat(client.ask(verb)).as(verb).isEmpty();
        }
        client.turn("lay-sheet", "title", "租房合同");
        client.turn("take-sheets");
        assertThat(client.ask("sheets-out")).isEqualTo("0");
        assertThat(client.ask("receipts-out")).isEqualTo("0");
        assertThat(client.ask("receipts", "folder", folder.resolve("receipts").toString()))
                .isEmpty();
    }

    @Test
    void aCardOfNobodyAndAMissingNameAreRefused() {
        assertThatThrownBy(() -> client.turn("lay-sheet")).hasMessageContaining("title is missing");
        assertThatThrownBy(() -> client.turn("lay-id-card", "number", "110101199003078882"))
                .hasMessageContaining("nobody in the cast");
        assertThatThrownBy(() -> client.turn("show-login-code", "number", "12345"))
                .hasMessageContaining("number is missing");
    }

    @Test
    void thePlatformsStoreIsAskedAndNotTheKiosks() {
        assertThat(Ledger.of(client).entries()).isEmpty();
        client.turn("misbehave", "json", "{}");
        assertThat(client.ask("money", "id", "01900000-0000-7000-8000-000000000000"))
                .contains("money");
        assertThatThrownBy(() -> client.ask("opened", "id", "01900000-0000-7000-8000-000000000000"))
                .hasMessageContaining("refused");
    }

    @Test
    void theSettingsOfTheKioskNameEveryWireOfTheWorld() throws IOException {
        Path file = folder.resolve("kiosk-demo.yaml");
        DemoSettings.write(file, folder.resolve("kiosk"), world.addresses());
        assertThat(Files.readString(file))
                .doesNotContain("${")
                .contains(folder.resolve("kiosk").toString());
    }

    @Test
    void theReceiptPrintersInkDrawsCharactersAndCodes() {
        DemoInk ink = new DemoInk(new Sheet().font());
        assertThat(dots(ink.character("张", 24, 24))).isPositive();
        assertThat(dots(ink.character("A", 12, 24))).isPositive();
        assertThat(dots(ink.code("DEMO-0001"))).isPositive();
    }

    private static int dots(boolean[][] drawn) {
        int dots = 0;
        for (boolean[] row : drawn) {
            for (boolean dot : row) {
                dots += dot ? 1 : 0;
            }
        }
        return dots;
    }
}
