package kiosk.sync.threads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kiosk.sync.courier.HeldMeeting;
import kiosk.sync.courier.PiecesMeeting;
import kiosk.sync.courier.TimesMeeting;
import kiosk.sync.courier.WaysMeeting;
import kiosk.sync.disk.GateMeeting;
import kiosk.sync.disk.QuietMeeting;
import kiosk.sync.seal.ShelfMeeting;
import kiosk.sync.store.AnswerMeeting;
import kiosk.sync.store.RingMeeting;
import kiosk.sync.store.WaitedForMeeting;
import kiosk.sync.store.WriterMeeting;
import kiosk.sync.upkeep.PendingMeeting;
import kiosk.sync.wire.HoldersMeeting;

/** A fault in how threads share something, built into our own source. */
enum Fault {
    /** Whoever has work for the store uses the connection, though another does. */
    NO_TURN(
            WriterMeeting.class,
            "store/Database",
            "turn.lock();\n        try {\n            while",
            "ReentrantLock turn = new ReentrantLock();\n        turn.lock();\n        try {\n            while",
            Words.NOT_AS_ALONE),
    /** What broke a rule among others stays. */
    NO_SAVEPOINT(WriterMeeting.class, "disk/PieceOfWork", "connection.rollback(before);", "", Words.NOT_AS_ALONE),
    /** With what broke a rule goes what others did. */
    ALL_UNDONE_FOR_ONE(
            WriterMeeting.class,
            "disk/PieceOfWork",
            "connection.rollback(before);",
            "connection.rollback();",
            Words.NOT_AS_ALONE),
    /** Whoever waits is told before his work is on disk. */
    ANSWERED_BEFORE_THE_COMMIT(
            WriterMeeting.class,
            "store/Database",
            "each.work(open, together.size());",
            "each.work(open, together.size());\n each.end(null);",
            Words.NOT_AS_ALONE),
    /** Whoever has the turn works, without a look whether there still is work. */
    LOOKED_BEFORE_THE_TURN(
            WriterMeeting.class,
            "store/Database",
            "while (!enough.getAsBoolean()) {",
            "for (boolean over = false; !over; over = enough.getAsBoolean()) {",
            Words.NOT_AS_ALONE),
    /** An end between the look and the wait is missed. */
    END_NOT_COUNTED(AnswerMeeting.class, "store/Exchange", "ends++;", "", Words.HUNG),
    /** It is looked first and counted then. */
    LOOKED_BEFORE_COUNTING(
            AnswerMeeting.class,
            "store/Exchange",
            "long before = awaitEndAfter(-1, until);\n        Optional<T> seen = look.once();",
            "Optional<T> seen = look.once();\n        long before = awaitEndAfter(-1, until);",
            Words.HUNG),
    /** Who will wait is written down under a lock that nobody else takes. */
    EXPECTED_UNDER_ANOTHER_LOCK(
            WaitedForMeeting.class,
            "store/Exchange",
            "void expect(String id) {",
            "void expect(String id) {\n        ReentrantLock lock = new ReentrantLock();",
            "ConcurrentModificationException"),
    /** A ring while the courier is awake is forgotten. */
    RING_FORGOTTEN(RingMeeting.class, "store/Exchange", "rung = true;", "", Words.HUNG),
    /** What happens while the log is emptied makes nobody look again. */
    EMPTIED_BEFORE_IT_LOOKS_AGAIN(
            QuietMeeting.class,
            "disk/QuietMoment",
            "waiting.set(false);\n            deed.run();",
            "deed.run();\n            waiting.set(false);",
            "what happened last is left lying"),
    /** A disk that broke while it was tried is held for proven. */
    DOUBT_OVERHEARD(GateMeeting.class, "disk/Gate", "synchronized void doubt()", "void doubt()", Words.NOT_AS_ALONE),
    /** All that was noted is said to be on disk with the first batch. */
    BATCH_TAKEN_FOR_ALL(
            PendingMeeting.class,
            "upkeep/Pending",
            "written = batch.upTo();",
            "written = put;",
            "said to be on disk before it was"),
    /** Nobody is told that a batch is on disk. */
    BATCH_NOT_SAID(
            PendingMeeting.class,
            "upkeep/Pending",
            "written = batch.upTo();\n            changed.signalAll();",
            "written = batch.upTo();",
            Words.HUNG),
    /** The time that passed is counted twice. */
    JUMP_HALF_SEEN(
            TimesMeeting.class,
            "courier/Times",
            "synchronized Optional<Duration> jump()",
            "Optional<Duration> jump()",
            "another time than on the wall"),
    /** A large part waits though nobody waits for an answer any more. */
    CHANGE_NOT_SAID(HeldMeeting.class, "courier/Bandwidth", "changed.signalAll();", "", Words.HUNG),
    /** Two pieces find the line free, and both go. */
    TWO_PIECES_FOR_ONE(
            PiecesMeeting.class,
            "courier/Bandwidth",
            "return taken(most);\n        } finally {\n            lock.unlock();\n        }",
            "} finally {\n            lock.unlock();\n        }\n        return taken(most);",
            "more than the platform allows"),
    /** Who came back while another asked what is next is seen by nobody. */
    CAME_MEANWHILE(
            WaysMeeting.class,
            "courier/Ways",
            "while (own.isEmpty() && !cameBack.isEmpty() && asking.tryLock()) {",
            "if (!cameBack.isEmpty() && asking.tryLock()) {",
            Words.HUNG),
    /** Who came back while the courier set out is seen by nobody. */
    NOT_RUNG_AFTER_THE_TURN(
            WaysMeeting.class,
            "courier/Ways",
            "if (!cameBack.isEmpty()) {\n                ring.run();\n            }",
            "",
            Words.HUNG),
    /** The courier looks who came back while nobody else may take it in. */
    LOOKED_BEFORE_GIVING_BACK(
            WaysMeeting.class,
            "courier/Ways",
            "asking.unlock();\n            if (!cameBack.isEmpty()) {\n                ring.run();\n            }",
            "if (!cameBack.isEmpty()) {\n                ring.run();\n            }\n            asking.unlock();",
            Words.HUNG),
    /** Who goes on leaves lying what came back meanwhile until he is back. */
    LEFT_LYING_ON_THE_WAY(
            WaysMeeting.class,
            "courier/Ways",
            "if (own.isPresent() && !cameBack.isEmpty()) {",
            "if (own.isPresent() && closed) {",
            Words.HUNG),
    /** The courier goes on resting, though there is something to do sooner. */
    SOONER_NOT_SAID(
            WaysMeeting.class, "courier/Ways", "wakes = time;\n                    ring.run();", "", Words.HUNG),
    /** Whoever comes back asks what is next. */
    ASKED_BY_TWO(
            WaysMeeting.class,
            "courier/Ways",
            "asking = new ReentrantLock();",
            "asking = new ReentrantLock() {\n public boolean tryLock() { return true; }\n"
                    + " public void unlock() { if (isHeldByCurrentThread()) { super.unlock(); } }\n };",
            "the rounds are asked by two at once"),
    /** Two remember at once, and one is forgotten. */
    REMEMBERED_AT_ONCE(
            HoldersMeeting.class,
            "wire/Holders",
            "synchronized void remember",
            "void remember",
            "nobody vouches for a document"),
    /** Two announcements are taken at once, and one of the sign keys is forgotten. */
    TAKEN_AT_ONCE(ShelfMeeting.class, "seal/KeyShelf", "synchronized Taken take", "Taken take", Words.NOT_AS_ALONE);

    private final Class<? extends Meeting> meeting;
    private final String source;
    private final String ours;
    private final String faulty;
    private final String foundAs;

    Fault(Class<? extends Meeting> meeting, String source, String ours, String faulty, String foundAs) {
        this.meeting = meeting;
        this.source = source;
        this.ours = ours;
        this.faulty = faulty;
        this.foundAs = foundAs;
    }

    /** In which meeting it is seen. */
    Class<? extends Meeting> meeting() {
        return meeting;
    }

    /** What is seen of it. */
    String foundAs() {
        return foundAs;
    }

    /** Compiles our source with the fault in it. */
    void into(Path classes) throws IOException {
        String honest = Files.readString(Path.of("src/main/java/kiosk/sync", source + ".java"));
        if (honest.split(Pattern.quote(ours), -1).length != 2) {
            throw new IllegalStateException(name() + " does not fit " + source + " any more");
        }
        Path changed = classes.resolve(Path.of(source + ".java").getFileName());
        Files.writeString(changed, honest.replace(ours, faulty), StandardCharsets.UTF_8);
        List<String> options = List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d");
        String[] all = Stream.concat(options.stream(), Stream.of(classes.toString(), changed.toString()))
                .toArray(String[]::new);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, all) != 0) {
            throw new IllegalStateException(name() + " does not compile");
        }
    }

    /** What the checker says. */
    private static final class Words {
        static final String NOT_AS_ALONE = "= Invalid execution results =";
        static final String HUNG = "= Concurrent test has hung =";
    }
}
