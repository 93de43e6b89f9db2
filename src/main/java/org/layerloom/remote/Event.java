package org.layerloom.remote;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.layerloom.generate.Progress;

/// What a server tells while a request is worked on. One of `Finished` and `Failed` comes last; a stream that ends
/// without them was cut off.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = Event.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Event.Step.class, name = "step"),
    @JsonSubTypes.Type(value = Event.Preview.class, name = "preview"),
    @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
sealed interface Event {
    /// Nothing new. Sent where there is nothing to tell for a while, so that each side learns when the other is gone.
    record Alive() implements Event {}

    /// @param before runs that come first
    record Waiting(int before) implements Event {}

    record Step(Progress.Stage stage, int done, int total) implements Event {}

    /// The picture is the message's body.
    record Preview() implements Event {}

    record Finished(ResultMessage result) implements Event {}

    record Failed(Refusal refusal) implements Event {}
}
