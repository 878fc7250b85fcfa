package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.catalogue.Department;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;
import kiosk.sync.survey.LineSurvey;
import kiosk.sync.survey.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.Plan;
import platform.ReferencePlatform;

/** Both ends, of which neither knows the other's code, over mutual TLS with a token that serves once. */
class SecuredLineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONGER_THAN_A_CERTIFICATE = Duration.ofDays(100);

    @TempDir
    private Path folder;

    private ReferencePlatform platform() throws Exception {
        Path own = Files.createDirectories(folder.resolve("platform"));
        return ReferencePlatform.start(Plan.in(own).withTlsOn(0).withTokens());
    }

    private static void expect(ReferencePlatform platform, String terminal, String token) throws Exception {
        URI uri = platform.controlUri().resolve("/control/tokens");
        String body = "{\"terminal\": \"" + terminal + "\", \"token\": \"" + token + "\"}";
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    private SyncSettings settings(ReferencePlatform platform, String token) throws Exception {
        return new SyncSettings(
                "K001",
                new PlatformAddress(platform.tlsUri()),
                Files.createDirectories(folder.resolve("terminal")),
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Duration.ofMillis(200),
                Duration.ofMillis(10),
                Optional.of(folder.resolve("platform/tls-ca.pem")),
                Optional.empty(),
                Limits.USUAL,
                new SyncSettings.Identity(Optional.empty(), Optional.of(token)));
    }

    private static Sync reached(SyncSettings settings) throws Exception {
        Sync sync = Sync.open(settings);
        BlockingQueue<Set<Department>> heard = new LinkedBlockingQueue<>();
        sync.whenReachChanges(heard::add);
        if (sync.platform().reachable().isEmpty()) {
            assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        }
        return sync;
    }

    @Test
    void aTerminalEnrolsByItsTokenAndComesBackAfterALongOutageThoughItsClockStoodStill() throws Exception {
        try (ReferencePlatform platform = platform()) {
            expect(platform, "K001", "once");
            Submission care = Handed.withPages(new byte[300_000]);
            LineSurvey survey = new LineSurvey(settings(platform, "once"), Machine.real());
            assertThat(survey.look(hop -> {}).at(Hop.PLATFORM).flatMap(HopResult::trouble))
                    .contains(HopResult.Trouble.NOT_ADMITTED);
            try (Sync sync = reached(settings(platform, "once"))) {
                assertThat(survey.look(hop -> {}).breaks()).isEmpty();
                LineSurvey inside = new LineSurvey(settings(platform, "once"), Machine.real(), sync.certificate());
                assertThat(inside.look(hop -> {}).breaks()).isEmpty();
                sync.outbox().accept(care);
                assertThat(sync.outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
            }
            platform.clock().advance(LONGER_THAN_A_CERTIFICATE);
            Submission afterALongOutage = Handed.care();
            try (Sync sync = reached(settings(platform, "once"))) {
                sync.outbox().accept(afterALongOutage);
                assertThat(sync.outbox().delivery(afterALongOutage.id(), PATIENCE))
                        .isInstanceOf(Delivered.class);
            }
        }
    }
}
