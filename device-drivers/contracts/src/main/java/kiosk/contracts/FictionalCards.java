package kiosk.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;

/** Identity cards of people who do not exist, one of each layout and some with hard names; their numbers' check characters are right. */
public final class FictionalCards {
    /** A resident. */
    public static final IdCard ZHANG = resident("张测试", "110101199003078881", LocalDate.of(2040, 1, 1));
    /** A resident whose card has no end, whose number ends with X, and whose name has a character beyond the basic plane. */
    public static final IdCard RARE = new IdCard(
            IdCard.Layout.RESIDENT,
            "𠅤𬱖\uE86C",
            "",
            Sex.FEMALE,
            "05",
            LocalDate.of(1949, 12, 31),
            "新疆维吾尔自治区测试县𠂇村1号",
            "11010519491231002X",
            "测试县公安局",
            LocalDate.of(2019, 6, 30),
            Optional.empty());
    /** A resident of Hong Kong. */
    public static final IdCard LIN = new IdCard(
            IdCard.Layout.HK_MACAO_TAIWAN,
            "林测试",
            "",
            Sex.MALE,
            "",
            LocalDate.of(1990, 1, 1),
            "广东省深圳市测试路1号",
            "810000199001010019",
            "深圳市公安局",
            LocalDate.of(2021, 2, 3),
            Optional.of(LocalDate.of(2026, 2, 3)));
    /** A foreigner with the card of 2017 and no Chinese name. */
    public static final IdCard SMITH = new IdCard(
            IdCard.Layout.FOREIGNER_2017,
            "SMITH, JOHN TEST",
            "SMITH, JOHN TEST",
            Sex.MALE,
            "",
            LocalDate.of(1981, 8, 3),
            "",
            "USA110081080310",
            "1500",
            LocalDate.of(2018, 1, 1),
            Optional.of(LocalDate.of(2028, 1, 1)));
    /** A foreigner with the card of 2023, and a Latin name that fills both its fields. */
    public static final IdCard TREMBLAY = new IdCard(
            IdCard.Layout.FOREIGNER_2023,
            "唐测试",
            "TREMBLAY, MARIE ALEXANDRINE TESTINGTONIA ABCDE",
            Sex.FEMALE,
            "",
            LocalDate.of(1990, 1, 1),
            "",
            "911124199001010028",
            "",
            LocalDate.of(2024, 3, 1),
            Optional.of(LocalDate.of(2034, 3, 1)));

    private FictionalCards() {}

    /** One of each. */
    public static List<IdCard> all() {
        return List.of(ZHANG, RARE, LIN, SMITH, TREMBLAY);
    }

    private static IdCard resident(String name, String number, LocalDate validUntil) {
        return new IdCard(
                IdCard.Layout.RESIDENT,
                name,
                "",
                Sex.FEMALE,
                "01",
                LocalDate.of(1990, 3, 7),
                "北京市东城区测试街道1号院2号楼303室",
                number,
                "北京市公安局东城分局",
                validUntil.minusYears(20),
                Optional.of(validUntil));
    }
}
