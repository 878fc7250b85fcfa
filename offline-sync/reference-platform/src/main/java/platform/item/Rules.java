package platform.item;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import platform.people.Person;
import platform.wire.Problem;

/** The platform's own look at what was filled in: PLATFORM-API.md, section 10. Fields it does not know pass. */
public final class Rules {
    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");

    private static final int FIRST_YEAR = 1900;

    private final Clock clock;

    public Rules(Clock clock) {
        this.clock = clock;
    }

    public List<Problem> problems(Item item, Person person, Map<String, String> values) {
        List<Problem> problems = new ArrayList<>();
        if (values.containsKey("phone") && !PHONE.matcher(values.get("phone")).matches()) {
            problems.add(Problem.of(
                    "phone",
                    "invalid",
                    "手机号码应为11位数字，请核对后重新填写。",
                    "A mobile number has 11 digits. Check it and enter it again."));
        }
        if (values.containsKey("period") && !isPeriod(values.get("period"))) {
            problems.add(Problem.of(
                    "period",
                    "invalid",
                    "起止月份有误：开始不能晚于结束，结束不能晚于本月。",
                    "Check the months: the start is not after the end, the end not after this month."));
        }
        if (values.containsKey("startDate") && !isDate(values.get("startDate"))) {
            problems.add(Problem.of("startDate", "invalid", "请重新选择开始日期。", "Choose the start date again."));
        }
        if (item.code().equals("public-security.residence-registration")
                && person.attribute("householdAddress").equals(values.get("residenceAddress"))) {
            problems.add(Problem.of(
                    "residenceAddress",
                    "not-eligible",
                    "居住地址与户籍地址相同，无需办理居住登记。",
                    "This is the address of your household registration; it needs no residence registration."));
        }
        return problems;
    }

    private boolean isPeriod(String text) {
        String[] months = text.split("/", -1);
        try {
            return months.length == 2
                    && YearMonth.parse(months[0]).getYear() >= FIRST_YEAR
                    && !YearMonth.parse(months[0]).isAfter(YearMonth.parse(months[1]))
                    && !YearMonth.parse(months[1]).isAfter(YearMonth.now(clock));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
