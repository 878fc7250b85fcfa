package kiosk.drivers.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.device.plug.PlugWatch;
import kiosk.drivers.peers.PeersAtHand;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelEventTest {
    private static final Path TERMINAL = Path.of("/sys/class/tty/tty/uevent");
    private static final Path NETLINK = Path.of("/proc/net/netlink");

    private static Optional<KernelEvent> in(String datagram) {
        byte[] bytes = datagram.getBytes(StandardCharsets.UTF_8);
        return KernelEvent.in(bytes, bytes.length);
    }

    @Test
    void anAdapterThatIsPluggedInBringsADevice() {
        KernelEvent event = in("add@/devices/usb1/1-2/tty/ttyUSB0\0ACTION=add\0SUBSYSTEM=tty\0DEVNAME=ttyUSB0\0")
                .orElseThrow();

        assertThat(event)
                .isEqualTo(new KernelEvent(
                        "add",
                        "/devices/usb1/1-2/tty/ttyUSB0",
                        Map.of("ACTION", "add", "SUBSYSTEM", "tty", "DEVNAME", "ttyUSB0")));
        assertThat(event.bringsADevice()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remove@/devices/usb1/1-2/tty/ttyUSB0\0ACTION=remove\0SUBSYSTEM=tty\0",
                "change@/devices/block/sda\0ACTION=change\0SUBSYSTEM=block\0",
                "add@/devices/x\0"
            })
    void whatGoesAwayOrIsOfAnotherKindBringsNone(String datagram) {
        assertThat(in(datagram).orElseThrow().bringsADevice()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "libudev\0", "@/devices", "add@devices", "add@/x\0noequals\0", "add@/x\0=y\0"})
    void whatIsNoEventIsNone(String datagram) {
        assertThat(in(datagram)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAndEventsWithoutEndAreNone() {
        assertThat(KernelEvent.in(new byte[] {'a', '@', '/', (byte) 0xFF}, 4)).isEmpty();
        assertThat(in("add@/x" + "\0A=b".repeat(2000))).isEmpty();
    }

    @Test
    void whatTheKernelSaysIsHeardAndClosingEndsTheThread() throws Exception {
        BlockingQueue<KernelEvent> heard = new LinkedBlockingQueue<>();
        Optional<KernelEvents> events = KernelEvents.hear(heard::add);
        unlessTheKernelCannot(events.isPresent(), "netlink is not allowed here");
        KernelEvents listening = events.get();
        try {
            unlessTheKernelCannot(provoked(), "no event can be provoked here");
            KernelEvent event = heard.poll(5, TimeUnit.SECONDS);
            while (event != null && !event.properties().containsKey("SYNTH_ARG_KIOSK")) {
                event = heard.poll(5, TimeUnit.SECONDS);
            }
            assertThat(event).isNotNull();
            assertThat(event.bringsADevice()).isTrue();
        } finally {
            listening.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("kernel-events"));
    }

    @Test
    void thePlugWatchIsFoundAndTellsOfADeviceThatCame() throws Exception {
        PlugWatch watch = ServiceLoader.load(PlugWatch.class).findFirst().orElseThrow();
        CountDownLatch told = new CountDownLatch(1);
        try (PlugWatch.Ear ear = watch.listen(told::countDown)) {
            assertThat(ear).isNotNull();
            unlessTheKernelCannot(heardAtAll() && provoked(), "no event can be provoked here");
            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Leaves the test out, but not where the far ends must be there, the kernel knows netlink and lets us write to its events. */
    private static void unlessTheKernelCannot(boolean done, String why) {
        if (PeersAtHand.required() && Files.exists(NETLINK) && Files.isWritable(TERMINAL)) {
            assertThat(done).as(why).isTrue();
        }
        Assumptions.assumeTrue(done, why);
    }

    private static boolean heardAtAll() {
        Optional<KernelEvents> events = KernelEvents.hear(event -> {});
        events.ifPresent(KernelEvents::close);
        return events.isPresent();
    }

    private static boolean provoked() {
        try {
            Files.writeString(TERMINAL, "change 6f5ea4b2-0b3c-4c8f-9d2e-0d1f1b6c7a11 KIOSK=1");
            return true;
        } catch (IOException notPermitted) {
            return false;
        }
    }
}
