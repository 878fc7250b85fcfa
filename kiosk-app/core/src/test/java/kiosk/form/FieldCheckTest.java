package kiosk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.catalogue.Field;
import kiosk.form.Problem.Why;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FieldCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private record Kind(Field.Kind kind, List<String> good, Map<String, Why> bad) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    new Field.FreeText(4),
                    List.of("张", "张测试", "𬱖㛃䶮𠅤", "a b", "葛󠄀"),
                    Map.of(
                            "一二三四五", Why.LENGTH,
                            "a\nb", Why.LENGTH,
                            "a\u0000", Why.LENGTH,
                            "\uD842", Why.LENGTH,
                            "x\uDFB7", Why.LENGTH,
                            "a\u202Eb", Why.LENGTH,
                            "a\u2028b", Why.LENGTH,
                            "a\u2029b", Why.LENGTH)),
            new Kind(
                    new Field.Phone(),
                    List.of("13800000000", "19912345678"),
                    Map.of(
                            "12800000000", Why.NOT_A_PHONE,
                            "1380000000", Why.NOT_A_PHONE,
                            "138000000000", Why.NOT_A_PHONE,
                            "+8613800000000", Why.NOT_A_PHONE,
                            "１３８00000000", Why.NOT_A_PHONE)),
            new Kind(
                    new Field.Digits(2, 4),
                    List.of("12", "123", "1234"),
                    Map.of("1", Why.LENGTH, "12345", Why.LENGTH, "12a", Why.LENGTH, "١٢", Why.LENGTH)),
            new Kind(
                    new Field.CitizenNumber(),
                    List.of("110101199003078881", "11010519491231002x"),
                    Map.of(
                            "110101199003078882", Why.NOT_A_NUMBER,
                            "11010119900307888", Why.NOT_A_NUMBER,
                            "11010120261123001X", Why.NOT_A_NUMBER)),
            new Kind(
                    ItemDraft.choice("a", "b"),
                    List.of("a", "b"),
                    Map.of("c", Why.NOT_AN_OPTION, "a,b", Why.NOT_AN_OPTION)),
            new Kind(
                    new Field.Choices(ItemDraft.options("a", "b", "c")),
                    List.of("a", "a,c", "a,b,c"),
                    Map.of(
                            "a,x", Why.NOT_AN_OPTION,
                            "a,a", Why.NOT_AN_OPTION,
                            "c,a", Why.NOT_AN_OPTION,
                            "a,", Why.NOT_AN_OPTION,
                            ",", Why.NOT_AN_OPTION)),
            new Kind(
                    new Field.Day(10, 5),
                    List.of("2026-11-22", "2026-11-12", "2026-11-27"),
                    Map.of(
                            "2026-11-11", Why.OUT_OF_RANGE,
                            "2026-11-28", Why.OUT_OF_RANGE,
                            "2026-11-31", Why.NO_SUCH_DAY,
                            "2026-2-1", Why.NO_SUCH_DAY,
                            "tomorrow", Why.NO_SUCH_DAY)),
            new Kind(
                    new Field.Month(2, 1),
                    List.of("2026-11", "2026-09", "2026-12"),
                    Map.of(
                            "2026-08", Why.OUT_OF_RANGE,
                            "2027-01", Why.OUT_OF_RANGE,
                            "2026-13", Why.NO_SUCH_DAY,
                            "11/2026", Why.NO_SUCH_DAY)),
            new Kind(
                    new Field.MonthRange(12),
                    List.of("2025-11/2026-11", "2026-11/2026-11", "2026-01/2026-02"),
                    Map.of(
                            "2025-10/2026-11", Why.OUT_OF_RANGE,
                            "2026-11/2026-12", Why.OUT_OF_RANGE,
                            "2026-05/2026-04", Why.OUT_OF_RANGE,
                            "2026-05", Why.NO_SUCH_DAY,
                            "2026-05/", Why.NO_SUCH_DAY,
                            "2026-05/2026-06/2026-07", Why.NO_SUCH_DAY)),
            new Kind(
                    new Field.Place(),
                    List.of("110000", "320500"),
                    Map.of("320000", Why.NOT_AN_OPTION, "999999", Why.NOT_AN_OPTION)));

    @Test
    void everyKindOfFieldIsChecked() {
        assertThat(KINDS).extracting(it -> (Object) it.kind().getClass()).containsExactlyInAnyOrder((Object[])
                Field.Kind.class.getPermittedSubclasses());
    }

    @TestFactory
    Stream<DynamicTest> goodValuesAreTaken() {
        return KINDS.stream()
                .flatMap(kind -> kind.good().stream()
                        .map(value -> DynamicTest.dynamicTest(
                                kind.kind() + " takes " + value,
                                () -> assertThat(check(kind.kind(), value)).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> badValuesAreRefusedWithWhatToDo() {
        return KINDS.stream()
                .flatMap(kind -> kind.bad().entrySet().stream()
                        .map(value -> DynamicTest.dynamicTest(
                                kind.kind() + " refuses " + printable(value.getKey()),
                                () -> assertThat(check(kind.kind(), value.getKey()))
                                        .contains(Problem.of("it", value.getValue())))));
    }

    @Test
    void anEmptyFieldIsAProblemOnlyWhereItIsRequired() {
        for (Kind kind : KINDS) {
            assertThat(check(kind.kind(), " ")).contains(Problem.of("it", Why.MISSING));
            assertThat(FieldCheck.problem(ItemDraft.field("it", kind.kind()), "", TODAY, Items.CATALOGUE))
                    .isEmpty();
        }
    }

    private static Optional<Problem> check(Field.Kind kind, String value) {
        return FieldCheck.problem(ItemDraft.required("it", kind), value, TODAY, Items.CATALOGUE);
    }

    private static String printable(String value) {
        return value.codePoints().mapToObj("%X "::formatted).reduce("", String::concat);
    }
}
