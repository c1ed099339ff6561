package org.engageconnector.helm;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** KEDA's ScaledObject as far as the chart uses it, by KEDA's published reference; the client has no class of it. */
@JsonDeserialize(using = JsonDeserializer.None.class)
public final class ScaledObject implements HasMetadata {

    private static final long serialVersionUID = 1L;

    private String apiVersion = "";
    private ObjectMeta metadata = new ObjectMeta();
    private Spec spec;

    /** What is scaled, how far, and by what. */
    public record Spec(
            Target scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int minReplicaCount,
            int maxReplicaCount,
            List<Trigger> triggers)
            implements Serializable {}

    /** The object that is scaled. */
    public record Target(String apiVersion, String kind, String name) implements Serializable {}

    /** One scaler with its settings: all are text. */
    public record Trigger(String type, Map<String, String> metadata) implements Serializable {}

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String version) {
        apiVersion = version;
    }

    @Override
    public String getKind() {
        return "ScaledObject";
    }

    public void setKind(String kind) {
        if (!kind.equals(getKind())) {
            throw new IllegalArgumentException(kind);
        }
    }

    @Override
    public ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta newMetadata) {
        metadata = newMetadata;
    }

    public Spec getSpec() {
        return spec;
    }

    public void setSpec(Spec newSpec) {
        spec = newSpec;
    }
}
