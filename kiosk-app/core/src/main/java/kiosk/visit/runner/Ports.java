package kiosk.visit.runner;

import java.time.Clock;
import kiosk.device.Devices;
import kiosk.journal.Journal;
import kiosk.platform.ProvincialPlatform;
import kiosk.platform.SlipProofs;
import kiosk.submission.Drafts;
import kiosk.submission.Outbox;
import kiosk.submission.PageDesk;
import kiosk.submission.Paperwork;
import kiosk.submission.PrintLedger;
import kiosk.visit.Announcer;

/** The ports through which effects are performed. */
public record Ports(
        Devices devices,
        ProvincialPlatform platform,
        Outbox outbox,
        Paperwork paperwork,
        PageDesk pageDesk,
        PrintLedger prints,
        Drafts drafts,
        SlipProofs slips,
        Announcer announcer,
        Journal journal,
        Clock clock) {}
