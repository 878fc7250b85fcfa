package kiosk.contracts;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Another thread, of its own: the pool that all share has too few for tests that run beside each other and wait. */
final class Elsewhere {
    private Elsewhere() {}

    static <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, work -> {
            Thread thread = new Thread(work, "contract-elsewhere");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
