package kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kiosk.catalogue.Region;

/** Reads the places a form may name. */
final class RegionReader {
    private static final Pattern PROVINCE = Pattern.compile("[1-9][0-9]0000");

    private RegionReader() {}

    static List<Region> read(YamlText source) {
        List<Region> provinces = new ArrayList<>();
        YamlReader.read(source).members().forEach((code, member) -> {
            if (!PROVINCE.matcher(code).matches()) {
                throw member.spot().problem("a province's code is two digits and four zeros", code);
            }
            Block block = Block.of(member.value(), List.of("name"), List.of("cities"));
            List<Region> cities =
                    block.maybe("cities").map(it -> cities(code, it.members())).orElse(List.of());
            provinces.add(new Region(code, block.words("name"), cities));
        });
        return provinces;
    }

    private static List<Region> cities(String province, Map<String, Node.Member> members) {
        Pattern form = Pattern.compile(province.substring(0, 2) + "(?!0000)[0-9]{4}");
        List<Region> cities = new ArrayList<>();
        members.forEach((code, member) -> {
            if (!form.matcher(code).matches()) {
                throw member.spot().problem("a city's code is six digits and begins as its province's", code);
            }
            cities.add(new Region(code, member.value().words(), List.of()));
        });
        return cities;
    }
}
