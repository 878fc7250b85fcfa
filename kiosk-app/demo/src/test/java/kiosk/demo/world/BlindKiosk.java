package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import kiosk.desktop.Assembly;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.FillingForm;
import kiosk.visit.Idle;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;

/** A whole terminal without a screen, over real wires; each call waits until what it leads to has come. */
final class BlindKiosk implements AutoCloseable {
    private final AtomicReference<Shown> last = new AtomicReference<>();
    private final WorldClient world;
    private final Assembly assembly;

    BlindKiosk(World around, WorldClient world, String terminal, Path folder) {
        this.world = world;
        Path settings = folder.resolve(terminal + ".yaml");
        DemoSettings.write(settings, terminal, folder.resolve(terminal), around.addresses());
        assembly = Assembly.open(settings, last::set);
        assembly.start();
        until(
                Visit.class,
                any -> last.get().surroundings().usable().size() == 6
                        && last.get().surroundings().reachable().size() == 4);
    }

    Assembly assembly() {
        return assembly;
    }

    boolean online() {
        return !last.get().surroundings().reachable().isEmpty();
    }

    static boolean comes(BooleanSupplier holds) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int looks = 0; looks < 800 && !holds.getAsBoolean(); looks++) {
                assertThat(never.await(25, TimeUnit.MILLISECONDS)).isFalse();
            }
            return holds.getAsBoolean();
        } catch (InterruptedException impatient) {
            throw new IllegalStateException(impatient);
        }
    }

    /** Holds a code before the scanner, again and again until somebody listens to it and it leads there. */
    <V extends Visit> V shows(String code, Class<V> step, Predicate<V> as) {
        AtomicInteger looks = new AtomicInteger();
        comes(() -> {
            if (looks.getAndIncrement() % 60 == 0) {
                world.turn("show-code", "code", code);
            }
            return step.isInstance(last.get().visit())
                    && as.test(step.cast(last.get().visit()));
        });
        return until(step, as);
    }

    <V extends Visit> V until(Class<V> step, Predicate<V> as) {
        assertThat(comes(() -> last.get() != null
                        && step.isInstance(last.get().visit())
                        && as.test(step.cast(last.get().visit()))))
                .as("waited for %s, saw %s", step.getSimpleName(), last.get())
                .isTrue();
        return step.cast(last.get().visit());
    }

    <V extends Visit> V touch(VisitEvent event, Class<V> step, Predicate<V> as) {
        assembly.runner().touch(last.get(), event);
        return until(step, as);
    }

    <V extends Visit> V touch(VisitEvent event, Class<V> step) {
        return touch(event, step, any -> true);
    }

    ChoosingItem laysCard(String number) {
        touch(new VisitEvent.Touched(), AwaitingCard.class);
        world.turn("lay-id-card", "number", number);
        return until(ChoosingItem.class, any -> true);
    }

    void takesCardAndGoes() {
        touch(new VisitEvent.Quit(), Visit.class);
        world.turn("take-id-card");
        until(Idle.class, any -> true);
    }

    void fills(String field, String value) {
        touch(
                new VisitEvent.FieldFilled(field, value),
                FillingForm.class,
                it -> it.matter().form().value(field).equals(value));
    }

    @Override
    public void close() {
        assembly.close();
    }
}
