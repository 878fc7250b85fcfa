package kiosk.drivers.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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

    @Test
    void aFreePortIsNoneThatACallerIsGivenMeanwhile() throws Exception {
        try (BufferedReader range = Files.newBufferedReader(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))) {
            int first = Integer.parseInt(range.readLine().split("\\s+")[0]);
            assertThat(PeerRoom.freePort()).isLessThan(first);
        }
    }
}
