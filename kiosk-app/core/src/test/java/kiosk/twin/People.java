package kiosk.twin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.identity.CardImprint;
import kiosk.identity.Citizen;
import kiosk.identity.Citizen.Assurance;
import kiosk.identity.CitizenId;
import kiosk.identity.Evidence;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;

/** Fictional people with valid check digits. */
public final class People {
    public static final String ZHANG = "110101199003078881";
    public static final String LI = "11010519491231002X";
    public static final LocalDate EXPIRES = LocalDate.of(2040, 1, 1);

    private People() {}

    public static IdCard zhangsCard() {
        return card("张测试", ZHANG, Sex.MALE);
    }

    public static IdCard lisCard() {
        return card("李样本", LI, Sex.FEMALE);
    }

    public static IdCard card(String name, String number, Sex sex) {
        return new IdCard(
                IdCard.Layout.RESIDENT,
                name,
                "",
                sex,
                "01",
                CitizenId.parse(number).orElseThrow().birthDate(),
                "北京市东城区测试胡同1号",
                number,
                "北京市公安局东城分局",
                LocalDate.of(2020, 1, 1),
                Optional.of(EXPIRES));
    }

    public static SocialCard zhangsSocialCard() {
        return new SocialCard(
                "11010000000000000000000000000001",
                "A12345678",
                "2.00",
                "张测试",
                new CitizenId(ZHANG),
                Sex.MALE,
                Optional.of(LocalDate.of(2019, 5, 1)),
                Optional.empty());
    }

    public static Evidence zhangsEvidence() {
        return new Evidence.ByIdCard(zhangsCard());
    }

    /** The imprint of a card with that number. */
    public static CardImprint imprint(String number) {
        return CardImprint.of(List.of(number.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Zhang, known by a card that half-done matters can be locked with. */
    public static Citizen zhangWithImprint() {
        return online(new Evidence.ByIdCard(zhangsCard(), Optional.of(imprint(ZHANG))));
    }

    public static Citizen zhang() {
        return online(zhangsEvidence());
    }

    public static Citizen zhangByCode() {
        return online(new Evidence.ByCode("EC-0001"));
    }

    public static Citizen zhangBySocialCard() {
        return online(new Evidence.BySocialCard(zhangsSocialCard()));
    }

    public static Citizen online(Evidence evidence) {
        return new Citizen("张测试", ZHANG, evidence, Assurance.PLATFORM, Optional.of("session-of-zhang"));
    }

    public static Citizen zhangOffline() {
        return new Citizen("张测试", ZHANG, zhangsEvidence(), Assurance.CHIP_ALONE, Optional.empty());
    }
}
