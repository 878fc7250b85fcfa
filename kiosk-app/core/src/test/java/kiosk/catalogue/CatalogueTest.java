package kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void itemsAreFoundByDepartmentAndCode() {
        assertThat(Items.CATALOGUE.of(Department.TAX)).containsExactly(Items.TAX_RECORD, Items.FEE);
        assertThat(Items.CATALOGUE.item("tax.fee")).contains(Items.FEE);
        assertThat(Items.CATALOGUE.item("tax.other")).isEmpty();
    }

    @Test
    void aMunicipalityIsAPlaceAndAProvinceWithCitiesIsNot() {
        assertThat(Items.CATALOGUE.place("110000")).contains(Items.BEIJING);
        assertThat(Items.CATALOGUE.place("320500")).contains(Items.SUZHOU);
        assertThat(Items.CATALOGUE.place("320000")).isEmpty();
    }

    @Test
    void everyWordOfAClosedListIsReadBack() {
        for (Department department : Department.values()) {
            assertThat(Department.of(department.word())).contains(department);
        }
        for (Prefill prefill : Prefill.values()) {
            assertThat(Prefill.of(prefill.word())).contains(prefill);
            assertThat(prefill.fromPlatform()).isEqualTo(!prefill.word().startsWith("card."));
        }
        assertThat(Department.of("customs")).isEmpty();
        assertThat(Prefill.of("card.photo")).isEmpty();
    }

    @Test
    void aTextSpeaksEveryLanguage() {
        Text text = new Text("参保凭证", "Proof of insurance");
        assertThat(Arrays.stream(Language.values()).map(text::in)).containsExactly("参保凭证", "Proof of insurance");
        assertThat(Arrays.stream(Language.values()).map(Language::tag)).containsExactly("zh-CN", "en");
    }

    @Test
    void fieldsAndMaterialsAreFoundByName() {
        assertThat(Items.CARE.field("phone")).map(Field::kind).contains(new Field.Phone());
        assertThat(Items.CARE.field("shoe size")).isEmpty();
        assertThat(Items.CARE.material("referral")).map(Material::mostPages).contains(2);
        assertThat(Items.CARE.material("photo")).isEmpty();
        assertThat(ItemDraft.choice("a", "b").options())
                .extracting(Field.Option::code)
                .containsExactly("a", "b");
    }
}
