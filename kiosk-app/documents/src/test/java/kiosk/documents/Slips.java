package kiosk.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/** Receipts of fictional people. */
final class Slips {
    static final Text PLACE = new Text("示范区政务服务中心", "Model District Service Centre");
    static final Text HELP = new Text("请找大厅工作人员，或拨打 12345", "Please ask the staff in the hall or call 12345");
    static final SubmissionId ID = SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ab");
    static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);
    private static final LocalDateTime TAKEN = LocalDateTime.of(2026, 11, 22, 9, 15, 2);
    private static final Text CARE = new Text("跨省异地就医备案", "Registration for care in another province");
    private static final Text CARE_NEXT = new Text(
            "医保局受理后发短信告诉您，受理后备案才生效。看病时出示社保卡或医保码，直接报销。",
            "The office sends you a message once it is accepted; only then it takes effect. Show your social-security card or"
                    + " medical-insurance code at the hospital.");

    private Slips() {}

    /** Delivered at once: the department's number is known. */
    static Slip delivered(String applicant) {
        return new Slip(
                ID,
                NUMBER,
                Optional.of("M202611220000000018"),
                CARE,
                applicant,
                TAKEN,
                CARE_NEXT,
                Optional.of(LocalDate.of(2026, 11, 24)),
                Optional.empty(),
                false,
                false,
                1,
                Optional.empty());
    }

    /** Taken while the line was down. */
    static Slip provisional(String applicant) {
        return new Slip(
                ID,
                NUMBER,
                Optional.empty(),
                CARE,
                applicant,
                TAKEN,
                CARE_NEXT,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                1,
                Optional.empty());
    }

    /** Paid. */
    static Slip paid(long fen) {
        return new Slip(
                ID,
                NUMBER,
                Optional.of("T202611220000000026"),
                new Text("城乡居民社会保险费缴纳", "Resident social insurance payment"),
                "张*试",
                TAKEN,
                new Text("钱已经缴到税务局。请收好回执。", "The money is with the tax office. Keep this receipt."),
                Optional.empty(),
                Optional.of(fen),
                false,
                false,
                1,
                Optional.empty());
    }

    /** A certificate asked for while the line was down. */
    static Slip claim(String applicant) {
        return new Slip(
                ID,
                NUMBER,
                Optional.empty(),
                new Text("社会保险参保缴费证明", "Social insurance contribution certificate"),
                applicant,
                TAKEN,
                new Text("收到的人可以用证明上的验证码查真假。", "The receiver can check it by its verification code."),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                1,
                Optional.empty());
    }
}
