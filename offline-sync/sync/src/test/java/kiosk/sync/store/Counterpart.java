package kiosk.sync.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;

/** A terminal in a process of its own, that takes one submission after the other and says which, until it is killed. */
final class Counterpart {
    private Counterpart() {}

    public static void main(String[] folder) throws IOException {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Shop shop = Shop.open(Path.of(folder[0]));
        for (int i = 0; true; i++) {
            Submission submission = Handed.withPages(new byte[i % 3 == 0 ? 150_000 : 30_000]);
            said.println("begun " + submission.id());
            if (shop.outbox.accept(submission) instanceof Outbox.Accepted accepted) {
                said.println("taken " + submission.id() + " " + accepted.number());
            }
        }
    }
}
