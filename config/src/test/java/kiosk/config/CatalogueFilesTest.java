package kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFilesTest {
    private static final Path SHIPPED = Path.of("catalogue");

    @TempDir
    Path folder;

    private Path payment;
    private Path care;

    @BeforeEach
    void theShippedCatalogueIsTheOperatorsNow() throws IOException {
        copy(SHIPPED, folder);
        payment = folder.resolve("tax/resident-insurance-payment.yaml");
        care = folder.resolve("medical-insurance/cross-region-care.yaml");
    }

    @Test
    void theOperatorsFolderIsReadAsTheShippedOne() {
        assertThat(CatalogueFiles.in(folder)).isEqualTo(CatalogueFiles.shipped());
    }

    @Test
    void theArchiveOfThePackageIsReadAsTheFolder() throws IOException {
        Path jar = folder.resolve("kiosk-config.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            copy(SHIPPED, inside.getPath("/catalogue"));
        }
        URI regions = URI.create("jar:" + jar.toUri() + "!/catalogue/regions.yaml");
        assertThat(CatalogueFiles.beside(regions)).isEqualTo(CatalogueFiles.shipped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offline: queue                    | offline: sometimes             | sometimes       | unknown word
            offline: queue                    | offline: request               | request         | queue is for applications
            kind: application                 | kind: certificate              | document        | a certificate needs
            kind: application                 | kind: payment                  | ''              | a payment has a fee
            identity: card                    | identity: passport             | passport        | unknown word
            department: medical-insurance     | department: tax                | medical-insurance.cross-region-care | begin with the department
            department: medical-insurance     | departments: tax               | departments     | unknown word
            order: 2                          | order: second                  | second          | whole number
            order: 2                          | order: 0                       | 0               | from 1 to 1000
            order: 2                          | order: [2]                     | ''              | expected a single value, found a list
            version: "2026-11"                | version:                       | ''              | a value is missing
            kind: phone                       | kind: telephone                | telephone       | unknown word
            kind: place                       | sort: place                    | kind            | a word is missing
            kind: place                       | {kind: place, options: {}}     | ''              | this is not YAML
            longest: 60                       | longest: 0                     | 0               | from 1 to 4000
            longest: 60                       | widest: 60                     | widest          | unknown word
            fixed: true                       | fixed: yes                     | yes             | unknown word
            back: 5d                          | back: 5                        | 5               | days like 30d
            back: 5d                          | back: 5y                       | 5y              | days like 30d
            prefill: platform.phone           | prefill: platform.fax          | platform.fax    | unknown word
            prefill: platform.phone           | fixed: true                    | phone           | needs a prefill
            name: endDate                     | name: startDate                | startDate       | the same field twice
            name: endDate                     | name: End Date                 | End Date        | a name like
            earlier: startDate                | earlier: beginning             | beginning       | unknown field
            earlier: startDate                | earlier: phone                 | phone           | is not a day
            rule: not-before                  | rule: not-after                | not-after       | unknown word
            rule: not-before                  | role: not-before               | rule            | a word is missing
            is: [posted]                      | is: [dispatched]               | dispatched      | unknown word
            is: [posted]                      | is: []                         | ''              | one option at least
            is: [posted]                      | is: posted                     | ''              | expected a list
            certificate: residence-permit     | certificate: library-card      | library-card    | unknown word
            name: referral                    | name: residence-permit         | residence-permit | the same material twice
            pages: 3                          | pages: 31                      | 31              | from 1 to 30
            workingDays: 1                    | workingDays: soon              | soon            | whole number
            code: medical-insurance.cross     | code: medical-insurance.across | medical-insurance.across-region-care | as its code says
            taskCode: "1199                   | taskCode: "1198                | 1198000000004402X52002036002000 | wrong check character
            taskCode: "1199                   | taskCode: "119                 | 119000000004402X52002036002000 | 31 characters
            title: {zh-CN: 跨省异地就医备案,   | title: {                       | zh-CN           | a word is missing
            title: {zh-CN: 跨省异地就医备案,   | title: {zh-CN: "",             | ''              | a value is missing
            title: {zh-CN: 跨省异地就医备案,   | title: {zh-CN: x, zh-CN: y,    | zh-CN           | the same word twice
            """)
    void aWrongItemIsNamedWithItsWord(String right, String wrong, String word, String what) throws IOException {
        ConfigProblem problem = problemAfter(care, right, wrong);
        assertThat(problem).hasMessageContaining(what);
        assertThat(problem.word()).isEqualTo(word);
        assertThat(problem.file()).isEqualTo(care.toString());
        assertThat(problem.line()).isBetween(1, 160);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pension-500: 50000                | pension-600: 60000             | pension-600     | unknown option
            pension-500: 50000                | ''                             | pension-500     | an option has no price
            pension-500: 50000                | pension-500: 500.00            | 500.00          | whole number
            pension-500: 50000                | pension-500: 0                 | 0               | from 1 to
            field: grade                      | field: year of birth           | year of birth   | unknown field
            field: grade                      | field: name                    | name            | is not a choice
            {field: insured, is: [family]}    | {field: grade, is: [family]}   | grade           | unknown field
            """)
    void aWrongPriceOrConditionIsNamedWithItsWord(String right, String wrong, String word, String what)
            throws IOException {
        ConfigProblem problem = problemAfter(payment, right, wrong);
        assertThat(problem).hasMessageContaining(what);
        assertThat(problem.word()).isEqualTo(word);
    }

    @Test
    void theKnownWordsAndTheLineAreInTheSentence() throws IOException {
        ConfigProblem problem = problemAfter(care, "offline: queue", "offline: sometimes");
        assertThat(problem.known()).containsExactly("queue", "request", "never");
        assertThat(problem).hasMessage(care + ":28: unknown word: \"sometimes\"; known here: queue, request, never");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "440000"  | "440001"  | 440001 | two digits and four zeros
            "440300"  | "450300"  | 450300 | begins as its province's
            "440300"  | "440000"  | 440000 | begins as its province's
            cities:   | towns:    | towns  | unknown word
            "440400"  | "440300"  | 440300 | the same word twice
            """)
    void aWrongPlaceIsNamed(String right, String wrong, String word, String what) throws IOException {
        ConfigProblem problem = problemAfter(folder.resolve("regions.yaml"), right, wrong);
        assertThat(problem).hasMessageContaining(what);
        assertThat(problem.word()).isEqualTo(word);
    }

    @Test
    void aCatalogueWithoutItemsIsNone() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.copy(SHIPPED.resolve("regions.yaml"), empty.resolve("regions.yaml"));
        assertThatThrownBy(() -> CatalogueFiles.in(empty)).hasMessageContaining("expected 1 to 500 items");
        assertThatThrownBy(() -> CatalogueFiles.in(folder.resolve("nowhere")))
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'code: "'                                                     | this is not YAML
            'a: b: c'                                                     | this is not YAML
            'code: \tx: y'                                                | this is not YAML
            '<html><body>no</body></html>'                                | expected a block of words
            '- code'                                                      | expected a block of words
            'code: x\n---\ncode: y'                                       | a second document
            'code: !!java.net.URL [x]'                                    | tags are not used
            'code: *a'                                                    | anchors and aliases
            'a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b,*b]'             | anchors and aliases
            ''                                                            | the file is empty
            '# nothing'                                                   | the file is empty
            """)
    void whatIsNoItemIsRefusedWhateverItIs(String text, String what) throws IOException {
        Files.writeString(care, text.translateEscapes());
        assertThat(problem()).hasMessageContaining(what);
    }

    @Test
    void aFileOfAHundredMegabytesIsNotReadIntoMemory() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(care.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(problem()).hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void aThousandBracketsDoNotExhaustTheStack() throws IOException {
        Files.writeString(care, "[".repeat(100_000));
        assertThat(problem()).hasMessageContaining("this is not YAML");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws IOException {
        Files.write(care, "title: 备案".getBytes(Charset.forName("GBK")));
        assertThat(problem()).hasMessageContaining("not UTF-8");
    }

    @Test
    void aLongOffendingWordIsCutInTheSentence() throws IOException {
        String text = Files.readString(care, StandardCharsets.UTF_8);
        Files.writeString(care, text.replace("offline: queue", "offline: " + "q".repeat(5000)));
        assertThat(problem().getMessage()).hasSizeLessThan(400);
    }

    private ConfigProblem problemAfter(Path file, String right, String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replaceFirst(Pattern.quote(right), wrong));
        return problem();
    }

    private ConfigProblem problem() {
        ConfigProblem problem = catchThrowableOfType(ConfigProblem.class, () -> CatalogueFiles.in(folder));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
