package caixiang.station.camera.agent;

import caixiang.station.camera.CardObject;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the station tells the agent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StationMessage.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = StationMessage.Trigger.class, name = "trigger"),
    @JsonSubTypes.Type(value = StationMessage.Fetch.class, name = "fetch"),
    @JsonSubTypes.Type(value = StationMessage.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = StationMessage.ReadAnew.class, name = "read-anew"),
    @JsonSubTypes.Type(value = StationMessage.Stop.class, name = "stop")
})
public sealed interface StationMessage {

    /** The answer to the agent's hello: what to look for and where to put frames. */
    record Begin(String port, String spool, AgentLimits limits) implements StationMessage {}

    /** Expose once. */
    record Trigger(String shotId) implements StationMessage {}

    /** Bring a file from the card. */
    record Fetch(CardObject object) implements StationMessage {}

    /** Delete a file from the card. */
    record Delete(CardObject object) implements StationMessage {}

    /**
     * Read the card anew as soon as nothing is under way. libgphoto2 reads a card once in a connection, so this means a new
     * one, by a new process.
     */
    record ReadAnew() implements StationMessage {}

    /** Finish the transfer under way, disconnect and end. */
    record Stop() implements StationMessage {}
}
