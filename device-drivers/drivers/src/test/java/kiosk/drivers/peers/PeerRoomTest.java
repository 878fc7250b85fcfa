package kiosk.drivers.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerRoomTest {
    @Test
    void aClosedRoomLeavesNoProcessNoChildOfOneAndNoFile() {
        Path folder;
        PeerProcess shell;
        try (PeerRoom room = PeerRoom.open()) {
            folder = room.write("deep/er", "x").getParent().getParent();
            shell = room.start(Map.of(), "/bin/sh", "-c", "sleep 60 & echo begun; wait");
            PeerRoom.await(() -> shell.hasSaid("begun"), "the shell");
            assertThat(shell.children()).hasSize(1);
        }

        assertThat(shell.isAlive()).isFalse();
        assertThat(shell.children()).isEmpty();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void whoeverListensIsSeenWithoutBeingAsked() throws Exception {
        int port = PeerRoom.freePort();
        assertThat(PeerRoom.listening(port)).isFalse();
        try (var server = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(PeerRoom.listening(server.getLocalPort())).isTrue();
        }
    }
}
