package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformKeysTest {
    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void nodesThatTurnTheKeysAtTheSameMomentLoseNone() throws Exception {
        List<PlatformKeys> nodes = List.of(PlatformKeys.in(folder), PlatformKeys.in(folder), PlatformKeys.in(folder));
        Set<String> signed = new HashSet<>(Set.of(nodes.get(0).sign().id()));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        CyclicBarrier start = new CyclicBarrier(nodes.size());
        List<Future<Set<String>>> turning = new ArrayList<>();
        for (PlatformKeys node : nodes) {
            turning.add(threads.submit(() -> {
                Set<String> seen = new HashSet<>();
                for (int round = 0; round < ROUNDS; round++) {
                    start.await();
                    node.rotateSign();
                    seen.add(node.sign().id());
                }
                return seen;
            }));
        }
        for (Future<Set<String>> turned : turning) {
            signed.addAll(turned.get());
        }
        threads.shutdown();
        for (PlatformKeys node : nodes) {
            assertThat(node.signers()).hasSize(1 + ROUNDS * nodes.size());
            assertThat(node.signers().stream().map(KeyPair::id)).containsAll(signed);
        }
    }

    @Test
    void aSuccessorIsAnnouncedOnceAndNothingIsTurnedThatWasNotAnnounced() {
        PlatformKeys one = PlatformKeys.in(folder);
        PlatformKeys other = PlatformKeys.in(folder);
        String current = one.current().id();
        assertThat(one.rotate()).isFalse();
        assertThat(one.current().id()).isEqualTo(current);
        one.announceNext();
        String next = one.next().orElseThrow().id();
        other.announceNext();
        assertThat(other.next().orElseThrow().id()).isEqualTo(next);
        assertThat(other.rotate()).isTrue();
        assertThat(one.rotate()).isFalse();
        assertThat(one.current().id()).isEqualTo(next);
        assertThat(one.opening(current)).isPresent();
    }
}
