package kiosk.sync.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiosk.sync.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Against SoftHSM, each time in a process of its own, as after a restart of the terminal. */
@ExtendWith(SoftToken.AtHand.class)
class Pkcs11KeysTest {
    private static final String PIN = "12345678";

    @TempDir
    private Path folder;

    @Test
    void theTokenSignsAndWrapsAndNothingOfItLeavesIt() throws Exception {
        Path configuration = SoftToken.made(folder, PIN);
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        Map<String, String> first = probed(configuration, List.of());
        assertThat(first)
                .containsEntry("leaves", "false")
                .containsEntry("signs", "true")
                .containsEntry("requests", "true")
                .containsEntry("verifies", "true")
                .containsEntry("clear", "false")
                .containsEntry("spoilt", "true true")
                .containsEntry("certified", "0");
        PublicKey own = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(first.get("tls"))));
        Path chain = folder.resolve("chain.pem");
        Certificates authority = new Certificates();
        Instant now = Instant.now();
        Chain.keep(
                List.of(authority.issue("K001", own, now.minusSeconds(60), now.plusSeconds(60)), authority.root()),
                chain);
        Map<String, String> again = probed(configuration, List.of(chain.toString()));
        assertThat(again).containsEntry("kept", "true").containsEntry("shows", "CN=K001");
        assertThat(again).as("after a restart").containsAllEntriesOf(first);
    }

    @Test
    void aTokenThatTakesAnotherPinStopsTheStart() throws Exception {
        Path configuration = SoftToken.made(folder, PIN);
        Files.writeString(folder.resolve("pin"), "87654321");
        assertThat(probed(configuration, List.of())).isEmpty();
    }

    private Map<String, String> probed(Path configuration, List<String> more) throws Exception {
        List<String> command = Stream.of(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TokenProbe.class.getName(),
                                folder.toString()),
                        more)
                .flatMap(List::stream)
                .collect(Collectors.toList());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, String> said = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] both = line.split(" ", 2);
                said.put(both[0], both[1]);
            }
        }
        process.waitFor();
        return said;
    }
}
