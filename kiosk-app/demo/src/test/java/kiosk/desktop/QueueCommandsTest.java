package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import kiosk.desktop.diagnosis.RetryRequest;
import kiosk.desktop.diagnosis.ShellSocket;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.disk.Limits;
import kiosk.sync.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What waits and the journal, as an operator asks over ssh, beside a running shell and without one. */
class QueueCommandsTest {
    private static final String ID = "01948f00-0000-7000-8000-000000000001";
    private static final String NUMBER =
            SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7).text();
    private static final Limits LIMITS = new Limits(0, 64 << 20, 0);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale before = Locale.getDefault();
    private Path settings;
    private Path data;

    @BeforeEach
    void settle() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        data = Files.createDirectories(folder.resolve("data"));
        settings = Files.writeString(folder.resolve("kiosk.yaml"), """
            terminal: K001
            place: {zh-CN: 大厅, en: hall}
            help: {zh-CN: 请问工作人员, en: ask the staff}
            platform: {url: "https://platform.kiosk.invalid"}
            data: DATA
            devices: {}
            technician: {pinFile: pin}
            """.replace("DATA", data.toString()));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private int kiosk(String... words) {
        out.getBuffer().setLength(0);
        CommandLine command = new CommandLine(new KioskCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(Stream.concat(Stream.of("--config", settings.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private Store store() {
        return Store.open(data, LIMITS, Clock.systemUTC());
    }

    private void anEntryThatWasRefused() throws SQLException {
        store().close();
        Instant taken = Instant.now().minus(Duration.ofMinutes(75));
        does(
                "INSERT INTO entry (id, number, corrects, kind, item, department, large, state, digest, body_digest, journal_count, journal_head,"
                        + " taken_at, changed_at, attempts, last) VALUES ('" + ID
                        + "', '" + NUMBER
                        + "', 0, 'application', 'medical-insurance.cross-region-care', 'medical-insurance', 0, 'REFUSED', 'd', 'b', 0, '', "
                        + taken.toEpochMilli() + ", 0, 3, 'other-terminal')");
        does("INSERT INTO sealed (seq, bytes) VALUES (1, zeroblob(5000))");
    }

    private void does(String sql) throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("outbox.db"))) {
            store.createStatement().execute(sql);
        }
    }

    @Test
    void whatWaitsIsListedBesideWhoeverHasTheStoreOpen() throws Exception {
        anEntryThatWasRefused();
        try (Store running = store()) {
            assertThat(running.parts()).isNotNull();
            assertThat(kiosk("outbox", "list")).as(err.toString()).isZero();
            assertThat(out.toString())
                    .contains(NUMBER, "Set aside", "waiting 1 h 15 min", "tried 3 times", "5 KB")
                    .contains("the platform has this number from another terminal (other-terminal)");
            assertThat(kiosk("outbox", "--json", "list")).isZero();
            assertThat(out.toString())
                    .startsWith("[{\"id\": \"" + ID)
                    .contains("\"cause\": \"platform-says-no\"", "\"code\": \"other-terminal\"", "\"next\": null")
                    .contains("\"tries\": 3", "\"bytes\": 5000");
        }
        assertThat(kiosk("outbox", "show", NUMBER.toLowerCase(Locale.ROOT))).isZero();
        assertThat(out.toString()).contains(ID);
        assertThat(kiosk("outbox", "show", "nothing")).isEqualTo(OutboxCommand.NOT_THERE);
        assertThat(kiosk("outbox", "retry", "nothing")).isEqualTo(OutboxCommand.NOT_THERE);
    }

    @Test
    void aRetryGoesThroughTheRunningShellAndElseIntoTheStore() throws Exception {
        anEntryThatWasRefused();
        BlockingQueue<String> asked = new ArrayBlockingQueue<>(4);
        try (ShellSocket shell = ShellSocket.open(data, request -> {
                    asked.add(request);
                    return asked.size() == 1 ? RetryRequest.DONE : "not stored";
                })
                .orElseThrow()) {
            assertThat(shell).isNotNull();
            assertThat(kiosk("outbox", "retry", ID)).as(err.toString()).isZero();
            assertThat(RetryRequest.parse(asked.element())).isPresent();
            assertThat(kiosk("outbox", "retry", ID)).isEqualTo(KioskCommand.CANNOT_START);
        }
        assertThat(kiosk("outbox", "retry", ID)).as(err.toString()).isZero();
        assertThat(kiosk("outbox", "list")).isZero();
        assertThat(out.toString()).contains("To be sent");
        try (Store store = store()) {
            assertThat(store.journal().entries(5)).anyMatch(it -> it.event() == Occurrence.QUEUE_RETRIED.id());
        }
    }

    @Test
    void nothingToCarryWritesNothing() throws Exception {
        anEntryThatWasRefused();
        Path file = folder.resolve("stick.okx");
        assertThat(kiosk("outbox", "export", file.toString())).isEqualTo(OutboxCommand.NOT_WRITTEN);
        assertThat(out.toString()).contains("Nothing waits");
        assertThat(kiosk("outbox", "--json", "export", file.toString())).isEqualTo(OutboxCommand.NOT_WRITTEN);
        assertThat(out.toString()).contains("\"why\": \"nothing-waits\"");
        assertThat(file).doesNotExist();
    }

    @Test
    void aJournalThatWasTamperedWithIsNamedToAScript() throws Exception {
        try (Store store = store()) {
            store.journal().note(Occurrence.STARTED);
            store.journal().note(Occurrence.STOPPED);
        }
        assertThat(kiosk("journal", "verify")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("The journal is whole", "Entries 1 to 2");
        does("UPDATE journal SET at = at + 1 WHERE seq = 2");
        assertThat(kiosk("journal", "verify")).isEqualTo(OutboxCommand.NOT_WHOLE);
        assertThat(out.toString()).contains("entry 2", "was changed");
        assertThat(kiosk("journal", "verify", "--json", "--data", data.toString()))
                .isEqualTo(OutboxCommand.NOT_WHOLE);
        assertThat(out.toString())
                .contains("\"whole\": false", "{\"why\": \"changed\", \"entry\": 2, \"submission\": null}");
    }

    @Test
    void aFolderWithoutAStoreIsSaidToBeNone() {
        assertThat(kiosk("outbox", "list")).isEqualTo(KioskCommand.CANNOT_START);
        assertThat(kiosk("journal", "verify")).isEqualTo(KioskCommand.CANNOT_START);
        assertThat(err.toString()).contains("there is no queue in that folder");
        assertThat(Optional.of(data.resolve("store.lock")))
                .hasValueSatisfying(it -> assertThat(it).doesNotExist());
    }
}
