package platform.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import platform.door.Desk;
import platform.door.Route;
import platform.queue.Bodies;
import platform.seal.Manifest;
import platform.upload.Piece;
import platform.upload.Piece.Place;
import platform.upload.Piece.Progress;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Takes the large parts of a submission in, piece by piece, and says how far they are; section 5.1. */
record PartDesk(House house, Bodies bodies) implements Desk {
    private static final int LARGEST_PIECE = 1024 * 1024;
    private static final Pattern DIGEST = Pattern.compile("sha-256=:[A-Za-z0-9+/]{43}=:");
    private static final String PATH = "/v1/submissions/{id}/parts/{n}";

    @Override
    public List<Route> routes() {
        return List.of(Route.of("PATCH", PATH, this::receive), Route.of("HEAD", PATH, this::progress));
    }

    private Answer receive(Call call) throws Refusal, IOException {
        Place place = place(call);
        call.mustBeOfType("application/partial-upload");
        String digest = call.requiredHeader("Repr-Digest");
        if (!DIGEST.matcher(digest).matches()) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        call.requiredHeader("Upload-Complete");
        boolean isLast = call.flag("Upload-Complete");
        long offset = call.requiredNumber("Upload-Offset", Manifest.LONGEST_PART);
        Call.Arrived arrived = bodies.read(() -> arrived(call));
        Progress progress =
                house.uploads().take(new Piece(place, digest, offset, arrived.bytes(), isLast && arrived.isWhole()));
        if (!arrived.isWhole()) {
            throw new IOException("The line was cut in a piece; what came of it is kept.");
        }
        return answer(progress);
    }

    /** What came over the line, or half of it where the platform is told to cut it. */
    private Call.Arrived arrived(Call call) throws Refusal {
        Call.Arrived arrived = call.arrived(LARGEST_PIECE);
        return house.misbehaviour().cutsThisPiece()
                ? new Call.Arrived(Arrays.copyOf(arrived.bytes(), arrived.bytes().length / 2), false)
                : arrived;
    }

    private Answer progress(Call call) throws Refusal {
        return answer(house.uploads().progress(place(call)));
    }

    private Place place(Call call) throws Refusal {
        String terminal = call.terminal();
        return new Place(terminal, call.id(), call.numberNamed("n", Manifest.MOST_PARTS - 1));
    }

    private static Answer answer(Progress progress) {
        return Answer.nothingBut(Map.of(
                "Upload-Offset",
                String.valueOf(progress.received()),
                "Upload-Complete",
                progress.isWhole() ? "?1" : "?0"));
    }
}
