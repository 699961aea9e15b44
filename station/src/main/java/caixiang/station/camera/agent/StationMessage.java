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
    @JsonSubTypes.Type(value = StationMessage.Stop.class, name = "stop")
})
public sealed interface StationMessage {

    /** The answer to the agent's hello: what to look for and where to put frames. */
    record Begin(String port, String spool, AgentLimits limits) implements StationMessage {}

    /** Expose once. */
    record Trigger(String shotId) implements StationMessage {}

    /** Bring a file from the card. */
    record Fetch(CardObject object) implements StationMessage {}

    /** Finish the transfer under way, disconnect and end. */
    record Stop() implements StationMessage {}
}
