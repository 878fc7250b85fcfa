package platform.issue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import platform.issue.Certificate.Line;
import platform.issue.Certificate.Table;
import platform.people.Person;
import platform.people.Person.Employment;
import platform.wire.PlatformClock;

/** Writes each kind of document from what the registry knows. */
final class Authors {
    private static final String TAX_OFFICE = "演示省税务局";
    private static final String SOCIAL_SECURITY = "演示省社会保险事业管理中心";
    private static final String MEDICAL_INSURANCE = "演示省医疗保障事业管理中心";
    private static final String POLICE = "演示市公安局";

    private final PlatformClock clock;
    private final Map<String, Author> byDocument = Map.of(
            "contribution-certificate", this::contributions,
            "income-tax-record", this::incomeTax,
            "insurance-certificate", this::insurance,
            "payment-voucher", this::voucher,
            "no-criminal-record", this::noCriminalRecord);

    Authors(PlatformClock clock) {
        this.clock = clock;
    }

    /** Writes one kind of document. */
    private interface Author {
        Certificate write(Matter matter);
    }

    Certificate write(Matter matter) {
        String document = String.valueOf(matter.item().document());
        Author author = byDocument.get(document);
        if (author == null) {
            throw new IllegalStateException("Nobody writes documents of the kind " + document + ".");
        }
        return author.write(matter);
    }

    private Certificate contributions(Matter matter) {
        Scheme scheme = Scheme.named(matter.value("scheme", "pension"));
        Months period = period(matter);
        Employment job = matter.holder().employment();
        List<List<String>> rows = new ArrayList<>();
        for (YearMonth month : period.within(job)) {
            rows.add(scheme.row(month, pay(job)));
        }
        List<Line> lines = holderLines(matter);
        lines.add(new Line("险种", scheme.title()));
        lines.add(new Line("参保单位", employer(job)));
        lines.add(new Line("证明期间", period.toString()));
        lines.add(new Line("期间实际缴费", rows.size() + " 个月"));
        return new Certificate(
                "社会保险参保缴费证明",
                SOCIAL_SECURITY,
                lines,
                new Table(List.of("缴费年月", "缴费基数（元）", "单位缴费（元）", "个人缴费（元）"), rows),
                List.of("本证明由社会保险经办系统生成，可凭验证码核验。"));
    }

    private Certificate incomeTax(Matter matter) {
        Months period = period(matter);
        Employment job = matter.holder().employment();
        List<List<String>> rows = new ArrayList<>();
        long total = 0;
        for (YearMonth month : period.within(job)) {
            long tax = IncomeTax.withheldFen(pay(job), monthsPaid(job, month));
            total += tax;
            rows.add(List.of(month.toString(), "工资薪金所得", Yuan.of(pay(job)), Yuan.of(tax)));
        }
        List<Line> lines = holderLines(matter);
        lines.add(new Line("扣缴义务人", employer(job)));
        lines.add(new Line("记录期间", period.toString()));
        lines.add(new Line("已缴税额合计", Yuan.of(total) + " 元"));
        return new Certificate(
                "中华人民共和国个人所得税纳税记录",
                TAX_OFFICE,
                lines,
                new Table(List.of("所得期间", "所得项目", "收入额（元）", "已缴税额（元）"), rows),
                List.of("本记录不作为纳税缴款凭证。"));
    }

    private Certificate insurance(Matter matter) {
        Person holder = matter.holder();
        boolean employed = holder.employment() != null;
        List<Line> lines = holderLines(matter);
        lines.add(new Line("参保险种", employed ? "职工基本医疗保险" : "城乡居民基本医疗保险"));
        lines.add(new Line("参保地", holder.attribute("insuredPlace") + "（" + holder.attribute("insuredPlaceCode") + "）"));
        lines.add(new Line("个人编号", holder.attribute("insuranceNumber")));
        lines.add(new Line(
                "首次参保年月",
                holder.employment() == null ? "—" : holder.employment().since()));
        lines.add(new Line("参保状态", "正常参保"));
        return new Certificate("基本医疗保险参保凭证", MEDICAL_INSURANCE, lines, Table.NONE, List.of("本凭证用于办理基本医疗保险关系转移接续等事项。"));
    }

    private Certificate voucher(Matter matter) {
        boolean medical = matter.value("grade", "").startsWith("medical");
        List<Line> lines = holderLines(matter);
        lines.add(new Line(
                "被保险人证件号码", matter.value("insuredNumber", matter.holder().number())));
        lines.add(new Line(
                "缴费年度", matter.value("year", String.valueOf(clock.today().getYear()))));
        lines.add(new Line("征收品目", medical ? "城乡居民基本医疗保险费" : "城乡居民基本养老保险费"));
        lines.add(new Line("缴费金额", Yuan.of(matter.amountFen()) + " 元"));
        lines.add(new Line("缴费时间", matter.acceptedAt().substring(0, 19).replace('T', ' ')));
        return new Certificate("社会保险费缴费凭证", TAX_OFFICE, lines, Table.NONE, List.of("本凭证可凭验证码核验。"));
    }

    private Certificate noCriminalRecord(Matter matter) {
        List<Line> lines = holderLines(matter);
        lines.add(new Line("查询期间", period(matter).toString()));
        return new Certificate(
                "无犯罪记录证明", POLICE, lines, Table.NONE, List.of("经查询，在上述期间内未发现该人有犯罪记录。", "本证明自开具之日起三个月内有效。"));
    }

    private List<Line> holderLines(Matter matter) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("姓名", matter.holder().name()));
        lines.add(new Line("证件号码", matter.holder().number()));
        lines.add(new Line("办件编号", matter.caseNumber()));
        return lines;
    }

    private Months period(Matter matter) {
        return Months.parse(matter.value("period", ""), YearMonth.now(clock));
    }

    private static int monthsPaid(@Nullable Employment job, YearMonth month) {
        YearMonth since = job == null ? month : YearMonth.parse(job.since());
        return since.getYear() == month.getYear()
                ? month.getMonthValue() - since.getMonthValue() + 1
                : month.getMonthValue();
    }

    private static long pay(@Nullable Employment job) {
        return job == null ? 0 : job.monthlyFen();
    }

    private static String employer(@Nullable Employment job) {
        return job == null ? "—" : job.employer();
    }
}
