package caixiang.station.camera.agent;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the agent tells the station. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgentMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = AgentMessage.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = AgentMessage.Searching.class, name = "searching"),
    @JsonSubTypes.Type(value = AgentMessage.Connected.class, name = "connected"),
    @JsonSubTypes.Type(value = AgentMessage.Listed.class, name = "listed"),
    @JsonSubTypes.Type(value = AgentMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = AgentMessage.Fired.class, name = "fired"),
    @JsonSubTypes.Type(value = AgentMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = AgentMessage.Spooled.class, name = "spooled"),
    @JsonSubTypes.Type(value = AgentMessage.ShotFailed.class, name = "shot-failed"),
    @JsonSubTypes.Type(value = AgentMessage.TransferFailed.class, name = "transfer-failed"),
    @JsonSubTypes.Type(value = AgentMessage.Fetched.class, name = "fetched"),
    @JsonSubTypes.Type(value = AgentMessage.FetchFailed.class, name = "fetch-failed"),
    @JsonSubTypes.Type(value = AgentMessage.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = AgentMessage.DeleteFailed.class, name = "delete-failed"),
    @JsonSubTypes.Type(value = AgentMessage.Leaving.class, name = "leaving")
})
public sealed interface AgentMessage {

    /** Raised whenever a message changes; both ends are started from one installation and must agree. */
    int VERSION = 2;

    /** The first message. */
    record Hello(int version, long pid, String library) implements AgentMessage {}

    /**
     * A sign of life from the camera's own thread.
     *
     * @param doing for the log
     * @param silentMillis how long the next sign may take at most
     */
    record Alive(String doing, long silentMillis) implements AgentMessage {}

    /** No camera could be opened; the agent keeps trying. */
    record Searching(CameraFault fault, String message) implements AgentMessage {}

    /** A camera was opened. Its card is read next. */
    record Connected(CameraIdentity camera) implements AgentMessage {}

    /** Some of the picture files on the card; all of them come before {@link Ready}. */
    record Listed(List<CardObject> objects) implements AgentMessage {
        public Listed {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Orders are taken from now on.
     *
     * @param unread files and folders of the card that could not be listed
     */
    record Ready(int unread) implements AgentMessage {}

    /** The camera took the order. */
    record Fired(String shotId) implements AgentMessage {}

    /** The camera, or the agent, did not take the order. */
    record Refused(String shotId, CameraFault fault, String message) implements AgentMessage {}

    /** A frame lies whole in the spool; its note holds the rest. */
    record Spooled(String id) implements AgentMessage {}

    /** The order was taken, but there will be no picture, or none came in time. */
    record ShotFailed(String shotId, CameraFault fault, String message) implements AgentMessage {}

    /** The camera announced an object that could not be brought in. */
    record TransferFailed(CardObject object, CameraFault fault, String message) implements AgentMessage {}

    /** Follows the {@link Spooled} of a fetched object. */
    record Fetched(CardObject object) implements AgentMessage {}

    /** The object could not be fetched. */
    record FetchFailed(CardObject object, CameraFault fault, String message) implements AgentMessage {}

    /** The object was on the card and is deleted, as far as the camera says. */
    record Deleted(CardObject object) implements AgentMessage {}

    /** The object was not deleted. */
    record DeleteFailed(CardObject object, CameraFault fault, String message) implements AgentMessage {}

    /**
     * The last message: the process ends and wants to be started again.
     *
     * @param isPlanned nothing is wrong, the agent only starts afresh
     */
    record Leaving(boolean isPlanned, CameraFault fault, String message) implements AgentMessage {}
}
