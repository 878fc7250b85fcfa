package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.demo.rehearsal.LeakSearch;

/** A citizen of whom nothing may lie in the clear in any file that a terminal keeps, makes for others, or leaves to the system. */
final class Canary {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private static final int MOST_LOOKS = 20;

    private final List<String> words;
    private final LeakSearch search;
    private final Set<Path> before = temporary();

    /** One of the cast, and what they tell the terminal; kept in mind are the files that lie about already. */
    Canary(String number, String... told) {
        Cast.Member who = new Cast()
                .members().stream()
                        .filter(it -> it.number().equals(number))
                        .findFirst()
                        .orElseThrow();
        words = Stream.concat(Stream.of(who.name(), who.number(), who.address()), Stream.of(told))
                .toList();
        search = new LeakSearch(words);
    }

    /** Looks through everything below the folders, and through what came to the system's temporary folder since. */
    void isNowhereIn(Path... folders) {
        for (Path folder : folders) {
            assertThat(leaks(folder)).as("in %s", folder.getFileName()).isEmpty();
        }
        Set<Path> came = temporary();
        came.removeAll(before);
        came.stream()
                .filter(Files::exists)
                .forEach(it ->
                        assertThat(leaks(it.toAbsolutePath())).as("left behind").isEmpty());
    }

    /** A terminal that runs renames and deletes files meanwhile: then all is looked through anew, so that what was renamed is seen. */
    private List<LeakSearch.Leak> leaks(Path folder) {
        Optional<List<LeakSearch.Leak>> whole = Optional.empty();
        for (int look = 1; look <= MOST_LOOKS && whole.isEmpty(); look++) {
            whole = look(folder);
        }
        return whole.orElseThrow(() -> new IllegalStateException("the files come and go too fast"));
    }

    private Optional<List<LeakSearch.Leak>> look(Path folder) {
        try {
            return Optional.of(search.below(folder));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Files.exists(folder) ? Optional.empty() : Optional.of(List.of());
            }
            throw e;
        }
    }

    /** A search that finds nothing must be shown to find something: here each word, in the encoding of the cards' country. */
    void isFoundWhereItIs(Path folder) throws IOException {
        for (String word : words) {
            Files.write(folder.resolve("planted"), ("..." + word).getBytes(Charset.forName("GB18030")));
            assertThat(search.below(folder)).isNotEmpty();
        }
    }

    private static Set<Path> temporary() {
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            return new LinkedHashSet<>(files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
