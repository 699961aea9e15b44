package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.agent.AgentMessage;
import caixiang.station.camera.agent.MalformedMessageException;
import caixiang.station.camera.agent.StationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the agent says into what the listener hears and what becomes of orders. Confined to the camera's thread. */
final class AgentVoice {
    private static final Logger log = LoggerFactory.getLogger(AgentVoice.class);
    private static final int LISTED_MAX = 20_000;

    private final Spool spool;
    private final Orders orders;
    private final CameraBoard board;
    private final List<CardObject> listed = new ArrayList<>();

    /** Frames in the spool that the listener knows of, from this station's start on. */
    private final Set<String> announced;

    private Optional<CameraIdentity> camera = Optional.empty();

    /** What lies in the spool already is the business of whoever scans it at the start. */
    AgentVoice(Spool spool, Orders orders, CameraBoard board) throws IOException {
        this.spool = spool;
        this.orders = orders;
        this.board = board;
        this.announced = new HashSet<>(spool.ids());
    }

    void take(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.Searching searching) {
            log.info("no camera, {}: {}", searching.fault(), searching.message());
            board.absent(searching.fault());
        } else if (message instanceof AgentMessage.Connected connected) {
            listed.clear();
            camera = Optional.of(connected.camera());
            board.connectingTo(connected.camera());
        } else if (message instanceof AgentMessage.Listed more) {
            if (listed.size() + more.objects().size() > LISTED_MAX) {
                throw new MalformedMessageException("more than " + LISTED_MAX + " objects");
            }
            listed.addAll(more.objects());
        } else if (message instanceof AgentMessage.Ready ready) {
            becomeReady(ready.unread());
        } else {
            takeOfShot(message);
        }
    }

    private void becomeReady(int unread) throws MalformedMessageException {
        CameraIdentity known = camera.orElseThrow(() -> new MalformedMessageException("ready without a camera"));
        List<CardObject> objects = List.copyOf(listed);
        listed.clear();
        if (unread > 0) {
            board.tell(listener -> listener.cardUnread(known, unread));
        }
        board.tell(listener -> listener.cardListed(known, objects));
        board.ready();
    }

    private void takeOfShot(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.Fired fired) {
            orders.answered(fired.shotId()).ifPresent(Order::succeed);
        } else if (message instanceof AgentMessage.Refused refused) {
            board.fault(refused.fault());
            orders.answered(refused.shotId()).ifPresent(order -> order.fail(refused.fault(), refused.message()));
        } else if (message instanceof AgentMessage.ShotFailed failed) {
            log.warn("shot {} failed with {}: {}", failed.shotId(), failed.fault(), failed.message());
            board.fault(failed.fault());
            board.tell(listener -> listener.shotFailed(failed.shotId(), failed.fault()));
        } else {
            takeOfFrame(message);
        }
    }

    private void takeOfFrame(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.Spooled spooled) {
            SpooledFrame frame = spool.noted(spooled.id());
            if (!frame.isRaw()) {
                // A RAW does not answer a shot: the operator is still to be told that there is no JPEG.
                board.noFault();
            }
            announce(frame, spooled.id());
        } else if (message instanceof AgentMessage.TransferFailed failed) {
            log.warn("transfer of {} failed with {}: {}", failed.object(), failed.fault(), failed.message());
            board.fault(failed.fault());
            board.tell(listener -> listener.transferFailed(failed.object(), failed.fault()));
        } else if (message instanceof AgentMessage.Fetched fetched) {
            orders.answered(fetched.object()).ifPresent(Order::succeed);
        } else if (message instanceof AgentMessage.FetchFailed failed) {
            orders.answered(failed.object()).ifPresent(order -> order.fail(failed.fault(), failed.message()));
        } else {
            takeOfDeletion(message);
        }
    }

    private void takeOfDeletion(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.Deleted deleted) {
            orders.answered(new StationMessage.Delete(deleted.object())).ifPresent(Order::succeed);
        } else if (message instanceof AgentMessage.DeleteFailed failed) {
            orders.answered(new StationMessage.Delete(failed.object()))
                    .ifPresent(order -> order.fail(failed.fault(), failed.message()));
        } else {
            throw new MalformedMessageException("out of place: " + message);
        }
    }

    private void announce(SpooledFrame frame, String id) {
        announced.add(id);
        board.tell(listener -> listener.frameSpooled(frame));
    }

    /** Tells of frames that the last agent finished and could not tell of any more. */
    void announceLeftBehind() {
        try {
            List<String> ids = spool.ids();
            for (String id : ids) {
                if (!announced.contains(id)) {
                    spool.whole(id).ifPresent(frame -> announce(frame, id));
                }
            }
            announced.retainAll(ids);
        } catch (IOException e) {
            log.warn("the spool cannot be read: {}", e.toString());
        }
    }

    boolean isReady() {
        return board.status().state() == State.READY;
    }
}
