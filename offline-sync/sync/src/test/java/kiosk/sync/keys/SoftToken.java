package kiosk.sync.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PKCS #11 token in software: SoftHSM, with a configuration and a folder of its own. */
final class SoftToken {
    static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path TOOL = Path.of("/usr/bin/softhsm2-util");
    private static final String INSTALL = "apt-get install -y --no-install-recommends softhsm2";

    private SoftToken() {}

    /** Leaves the tests out where SoftHSM is missing; where the far ends are required, they fail. */
    static final class AtHand implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Files.exists(MODULE) && Files.isExecutable(TOOL)) {
                return ConditionEvaluationResult.enabled("SoftHSM is here");
            }
            String asked =
                    Optional.ofNullable(System.getenv("KIOSK_PEERS")).orElse(System.getProperty("kiosk.peers", ""));
            if (asked.equals("required")) {
                throw new IllegalStateException("a far end that must run is missing: " + INSTALL);
            }
            return ConditionEvaluationResult.disabled(INSTALL);
        }
    }

    /** Makes a configuration with an empty token in that folder. */
    static Path made(Path folder, String pin) throws IOException, InterruptedException {
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Path configuration = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        ProcessBuilder tool = new ProcessBuilder(List.of(
                TOOL.toString(), "--init-token", "--free", "--label", "kiosk", "--pin", pin, "--so-pin", "56781234"));
        tool.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = tool.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("no token could be made");
        }
        return configuration;
    }
}
