package kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Material;
import kiosk.catalogue.Region;
import kiosk.catalogue.Rule;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.IdentityLevel;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Text;
import kiosk.identity.SocialCreditCode;
import kiosk.submission.Submission;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
    private static final Catalogue SHIPPED = CatalogueFiles.shipped();

    /** What a scanned page is made to be at most, in bytes, whatever is on it. */
    private static final int USUAL_PAGE = 1_000_000;

    /** What a Chinese reader knows in Latin letters. */
    private static final Set<String> KNOWN_LATIN = Set.of("APP", "PDF");

    @Test
    void twoItemsADepartmentInTheOrderOfTheDepartments() {
        assertThat(SHIPPED.items().stream().map(ServiceItem::code))
                .containsExactly(
                        "public-security.no-criminal-record",
                        "public-security.residence-registration",
                        "tax.income-tax-record",
                        "tax.resident-insurance-payment",
                        "social-security.contribution-certificate",
                        "social-security.flexible-employment-registration",
                        "medical-insurance.insurance-certificate",
                        "medical-insurance.cross-region-care");
        assertThat(Department.values())
                .allSatisfy(it -> assertThat(SHIPPED.of(it)).hasSize(2));
    }

    @Test
    void whatHappensOfflineFollowsFromWhatIsPromised() {
        Map<String, OfflineRule> offline = new TreeMap<>();
        SHIPPED.items().forEach(it -> offline.put(it.code(), it.offline()));
        assertThat(offline.entrySet().stream()
                        .filter(it -> it.getValue() == OfflineRule.NEVER)
                        .map(Map.Entry::getKey))
                .containsExactly("tax.income-tax-record", "tax.resident-insurance-payment");
        assertThat(SHIPPED.items().stream().filter(it -> it.kind() == Kind.APPLICATION))
                .allMatch(it -> it.offline() == OfflineRule.QUEUE)
                .hasSize(4);
        assertThat(SHIPPED.items()).allMatch(it -> it.identity() == IdentityLevel.CARD);
    }

    @Test
    void everyTaskCodeIsDistinctAndBearsAValidOrganisation() {
        assertThat(SHIPPED.items().stream().map(ServiceItem::taskCode))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(SocialCreditCode.parse(code.substring(0, 18)))
                        .isPresent());
    }

    @Test
    void aContractAndAReferralAreHandedInAsOnePdfThatHoldsAllTheirPages() {
        Stream<Material> bound = SHIPPED.items().stream()
                .flatMap(it -> it.materials().stream())
                .filter(it -> it.binding() == Material.Binding.ONE_PDF);
        assertThat(bound)
                .allMatch(it -> it.mostPages() * USUAL_PAGE <= Submission.MOST_BOUND_BYTES)
                .extracting(Material::name)
                .containsExactly("employment-contract", "referral");
    }

    @Test
    void nobodyChoosesAmongMoreThanSeven() {
        assertThat(fields().map(Field::kind)
                        .filter(Field.Choice.class::isInstance)
                        .map(Field.Choice.class::cast))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.options()).hasSizeBetween(2, 7));
    }

    @Test
    void nameAndNumberComeFromTheCardAndStay() {
        for (String name : List.of("name", "number")) {
            assertThat(SHIPPED.items())
                    .allSatisfy(item -> assertThat(item.field(name).orElseThrow())
                            .matches(it -> it.fixed() && it.prefill().isPresent()));
        }
    }

    @Test
    void everyPriceIsWholeYuanWithinTheBoundsOfThePlatform() {
        ServiceItem payment = SHIPPED.item("tax.resident-insurance-payment").orElseThrow();
        assertThat(payment.fee().orElseThrow().fenByOption().values())
                .allMatch(fen -> fen % 100 == 0 && fen >= 10_000 && fen <= 1_000_000);
    }

    @Test
    void theFamilyMembersNumberIsAskedOnlyForAFamilyMember() {
        ServiceItem payment = SHIPPED.item("tax.resident-insurance-payment").orElseThrow();
        assertThat(payment.field("insuredNumber").flatMap(Field::shownWhen))
                .hasValueSatisfying(it -> assertThat(it.oneOf()).containsExactly("family"));
    }

    @Test
    void aCertificateStandsForThePaperWhereverOneExists() {
        assertThat(SHIPPED.items().stream()
                        .flatMap(it -> it.materials().stream())
                        .filter(it -> it.certificateKind().isEmpty())
                        .map(Material::name))
                .containsExactly("home-proof", "referral");
    }

    @Test
    void chineseTextsAreChineseAndEnglishTextsAreNot() {
        Pattern latin = Pattern.compile("[A-Za-z]+");
        Pattern han = Pattern.compile("\\p{IsHan}");
        assertThat(texts()).hasSizeGreaterThan(200).allSatisfy(text -> {
            assertThat(text.chinese()).containsPattern(han);
            assertThat(latin.matcher(text.chinese()).results().map(MatchResult::group))
                    .isSubsetOf(KNOWN_LATIN);
            assertThat(text.english()).isNotBlank().doesNotContainPattern("[\\p{IsHan}，。：；（）]");
        });
    }

    @Test
    void everyProvinceOfTheMainlandIsThereWithItsCities() {
        List<Region> provinces = SHIPPED.regions();
        assertThat(provinces).hasSize(31);
        assertThat(provinces.stream().filter(it -> it.parts().isEmpty()).map(Region::code))
                .containsExactly("110000", "120000", "310000", "500000");
        assertThat(provinces.stream().flatMap(it -> it.parts().stream()).map(Region::code))
                .hasSize(365)
                .doesNotHaveDuplicates();
        assertThat(SHIPPED.place("440300").map(it -> it.name().english())).contains("Shenzhen");
        assertThat(SHIPPED.place("310000").map(it -> it.name().chinese())).contains("上海市");
        assertThat(SHIPPED.place("440000")).isEmpty();
    }

    private static Stream<Field> fields() {
        return SHIPPED.items().stream().flatMap(it -> it.fields().stream());
    }

    private static List<Text> texts() {
        Stream<Text> items = SHIPPED.items().stream()
                .flatMap(item -> Stream.of(
                                Stream.of(item.title(), item.result().next()),
                                guide(item.guide()),
                                item.materials().stream().flatMap(it -> Stream.of(it.title(), it.hint())),
                                item.rules().stream().map(Rule::message))
                        .flatMap(it -> it));
        Stream<Text> fields = fields().flatMap(it -> Stream.concat(Stream.of(it.label()), it.hint().stream()));
        Stream<Text> places = SHIPPED.regions().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.parts().stream()))
                .map(Region::name);
        return Stream.of(items, fields, places).flatMap(it -> it).toList();
    }

    private static Stream<Text> guide(ServiceItem.Guide it) {
        return Stream.of(it.who(), it.needs(), it.takes(), it.basis(), it.offline(), it.consent());
    }
}
