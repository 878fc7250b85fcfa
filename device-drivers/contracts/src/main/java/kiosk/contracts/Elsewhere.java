package kiosk.contracts;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** Another thread, of its own: the pool that all share has too few for tests that run beside each other and wait. */
final class Elsewhere {
    private Elsewhere() {}

    static <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(
                new FutureTask<>(question) {
                    @Override
                    protected void set(T value) {
                        answer.complete(value);
                    }

                    @Override
                    protected void setException(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }
                },
                "contract-elsewhere");
        thread.setDaemon(true);
        thread.start();
        return answer;
    }
}
