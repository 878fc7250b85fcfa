package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.desktop.technician.place.Rebinder;
import kiosk.desktop.technician.place.Rebinding;
import kiosk.desktop.technician.test.Guide;
import kiosk.device.AbsentDevice;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRackTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @TempDir
    Path folder;

    @Test
    void aPlaceThatWasFoundIsKnownAfterARestartAndGarbageIsNot() throws Exception {
        Path file = folder.resolve("places");
        PlaceFile places = new PlaceFile(file);
        assertThat(places.places()).isEmpty();
        places.put(DeviceKind.CODE_SCANNER, "/dev/serial/by-path/pci-0-usb-0:1.2:1.0-port0");
        places.put(DeviceKind.SOCIAL_CARD_READER, "Example Reader 00 00");
        places.put(DeviceKind.CODE_SCANNER, "/dev/ttyUSB1");
        assertThat(new PlaceFile(file).places())
                .isEqualTo(Map.of(
                        DeviceKind.CODE_SCANNER,
                        "/dev/ttyUSB1",
                        DeviceKind.SOCIAL_CARD_READER,
                        "Example Reader 00 00"));
        Files.writeString(file, "NO_SUCH_KIND /dev/x\nrubbish\nPAGE_PRINTER \n");
        assertThat(places.places()).isEmpty();
    }

    @Test
    void whoHoldsASlotReachesTheDeviceThatIsInItNow() throws Exception {
        Health first = Health.online(new Health.Nameplate("first", "", "", ""));
        List<String> closed = new java.util.ArrayList<>();
        Slot slot = new Slot(reader(first, closed));
        IdCardReader held = slot.as(IdCardReader.class);
        assertThat(held.health()).isEqualTo(first);
        slot.put(AbsentDevice.none().idCardReader());
        assertThat(held.health().usable()).isFalse();
        assertThat(closed).containsExactly("first");
        assertThat(slot.holds(IdCardReader.class)).isTrue();
        assertThat(slot.holds(kiosk.device.PagePrinter.class)).isFalse();
    }

    private static IdCardReader reader(Health health, List<String> closed) {
        IdCardReader absent = AbsentDevice.none().idCardReader();
        return (IdCardReader) java.lang.reflect.Proxy.newProxyInstance(
                IdCardReader.class.getClassLoader(),
                new Class<?>[] {IdCardReader.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.add(health.nameplate().manufacturer());
                        return null;
                    }
                    return method.getName().equals("health") ? health : method.invoke(absent, arguments);
                });
    }

    @Test
    void aRackWithoutSettingsBindsNothing() {
        DeviceRack rack = new DeviceRack(folder);
        assertThat(rack.open(Map.of()).pagePrinter().health().usable()).isFalse();
        assertThat(rack.canBind(DeviceKind.CODE_SCANNER)).isFalse();
        assertThat(rack.places(DeviceKind.CODE_SCANNER)).isEmpty();
        assertThat(rack.attachments()).isEmpty();
        assertThatThrownBy(() -> rack.bind(DeviceKind.CODE_SCANNER, "/dev/ttyUSB0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What is plugged in, look by look; the last stays. */
    private static final class Plugs implements Rebinder {
        private final Deque<Set<String>> looks;
        private String bound = "";

        Plugs(List<Set<String>> looks) {
            this.looks = new ArrayDeque<>(looks);
        }

        @Override
        public boolean canBind(DeviceKind kind) {
            return true;
        }

        @Override
        public Set<String> places(DeviceKind kind) {
            return looks.size() > 1 ? looks.remove() : looks.element();
        }

        @Override
        public void bind(DeviceKind kind, String place) {
            bound = kind + " " + place;
        }
    }

    private static Guide answering(boolean yes) {
        return new Guide() {
            @Override
            public void says(String key, Object... parts) {
                assertThat(key).startsWith("place.");
            }

            @Override
            public void shows(Exhibit exhibit) {
                throw new IllegalStateException("there is nothing to show");
            }

            @Override
            public boolean confirms(String key) {
                return yes;
            }
        };
    }

    @Test
    void whatIsPluggedInAgainElsewhereIsBoundIfTheTechnicianAgrees() throws Exception {
        List<Set<String>> looks = List.of(
                Set.of("/dev/ttyUSB0", "/dev/ttyS0"), Set.of("/dev/ttyS0"), Set.of("/dev/ttyS0", "/dev/ttyUSB3"));
        Plugs agreed = new Plugs(looks);
        assertThat(new Rebinding(DeviceKind.CODE_SCANNER, agreed, AT_ONCE)
                        .run(answering(true))
                        .verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(agreed.bound).isEqualTo("CODE_SCANNER /dev/ttyUSB3");
        Plugs refused = new Plugs(looks);
        assertThat(new Rebinding(DeviceKind.CODE_SCANNER, refused, AT_ONCE)
                        .run(answering(false))
                        .verdict())
                .isEqualTo(Verdict.NOT_FINISHED);
        assertThat(refused.bound).isEmpty();
    }

    @Test
    void whereNothingIsPluggedInNothingIsBound() throws Exception {
        Plugs nothing = new Plugs(List.of(Set.of("a")));
        assertThat(new Rebinding(DeviceKind.CODE_SCANNER, nothing, AT_ONCE)
                        .run(answering(true))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(nothing.bound).isEmpty();
    }

    @Test
    void aDevicePluggedIntoTheSameSocketAgainIsFoundThere() throws Exception {
        Plugs same = new Plugs(List.of(Set.of("a"), Set.of(), Set.of("a")));
        assertThat(new Rebinding(DeviceKind.CODE_SCANNER, same, AT_ONCE)
                        .run(answering(true))
                        .verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(same.bound).isEqualTo("CODE_SCANNER a");
    }
}
