{{- /* What a schema cannot say. Each text says what is wrong, where, and what to do next. */ -}}
{{- define "engage.checks" -}}
{{- $c := .Values.engageconnector }}
{{- $envs := $c.engageconnectorConfig.envs }}
{{- $values := include "engage.secretValues" . | fromYaml }}
{{- if and $c.secrets.existingKeys (not $c.secrets.existing) }}
{{- fail "engageconnector.secrets.existingKeys names keys, but engageconnector.secrets.existing names no Secret: set it to the Secret that holds them" }}
{{- end }}
{{- if and $c.secrets.existing (not $c.secrets.existingKeys) }}
{{- fail (printf "engageconnector.secrets.existing is %s, but no key of it is named: list what it holds in engageconnector.secrets.existingKeys, http-token at least" $c.secrets.existing) }}
{{- end }}
{{- range $name, $known := include "engage.secrets" . | fromYaml }}
{{- if and (hasKey $values $known.file) (has $known.file $c.secrets.existingKeys) }}
{{- fail (printf "the secret %s is given twice: by engageconnector.secrets.%s and as a key of the Secret %s: take one of them away" $known.file $name $c.secrets.existing) }}
{{- end }}
{{- end }}
{{- $held := concat (keys $values) $c.secrets.existingKeys }}
{{- if not (has "http-token" $held) }}
{{- fail "the role listens on the pod's address, which needs a token for /api/v1: set engageconnector.secrets.httpToken, or name a Secret with the key http-token in engageconnector.secrets.existing and existingKeys" }}
{{- end }}
{{- if not (has "redis-url" $held) }}
{{- fail "no Redis is named: set engageconnector.secrets.redisUrl, or name a Secret with the key redis-url (docs/redis.md, Address)" }}
{{- end }}
{{- if not (or $envs.EX_TENANT_ID $envs.TENANT_ID) }}
{{- fail "EX_TENANT_ID is missing: set engageconnector.engageconnectorConfig.envs.EX_TENANT_ID to the DBID of the tenant" }}
{{- end }}
{{- if not (or $envs.EX_GENESYS_CLOUD_REGION (and $envs.EX_GENESYS_CLOUD_API_URL $envs.EX_GENESYS_CLOUD_LOGIN_URL)) }}
{{- fail "EX_GENESYS_CLOUD_REGION is missing: set engageconnector.engageconnectorConfig.envs.EX_GENESYS_CLOUD_REGION, such as mypurecloud.de" }}
{{- end }}
{{- if eq $c.role "config-sync" }}
{{- if not (or $envs.EX_ORG_ID $envs.ORG_ID) }}
{{- fail "config-sync needs EX_ORG_ID: set engageconnector.engageconnectorConfig.envs.EX_ORG_ID to the id of the Genesys Cloud organisation" }}
{{- end }}
{{- if not (has "config-db-url" $held) }}
{{- fail "config-sync needs the Config DB: set engageconnector.secrets.configDbUrl, or name a Secret with the key config-db-url" }}
{{- end }}
{{- end }}
{{- if and (eq $c.role "agent-state-sync") (not $envs.EX_STAT_SERVER_PRIMARY) }}
{{- fail "agent-state-sync needs EX_STAT_SERVER_PRIMARY: set engageconnector.engageconnectorConfig.envs.EX_STAT_SERVER_PRIMARY to host:port" }}
{{- end }}
{{- if and (eq $c.role "conversation-provider") (not $envs.EX_SIP_SERVERS) }}
{{- fail "conversation-provider needs EX_SIP_SERVERS: set engageconnector.engageconnectorConfig.envs.EX_SIP_SERVERS to switch=primary|backup" }}
{{- end }}
{{- if $c.autoscaling.enabled }}
{{- if ne $c.role "conversation-provider" }}
{{- fail (printf "engageconnector.autoscaling cannot be enabled for %s: one of its instances works and the others stand by, so more of them do nothing; set engageconnector.autoscaling.enabled=false" $c.role) }}
{{- end }}
{{- if lt (int $c.maxReplicas) (int $c.replicas) }}
{{- fail (printf "engageconnector.maxReplicas is %d, below engageconnector.replicas, which is %d: raise maxReplicas or lower replicas" (int $c.maxReplicas) (int $c.replicas)) }}
{{- end }}
{{- if eq $c.deployment.strategy "canary" }}
{{- fail "engageconnector.deployment.strategy=canary counts pods, which autoscaling changes: set engageconnector.autoscaling.enabled=false until the canary is over" }}
{{- end }}
{{- if and (eq $c.autoscaling.type "keda") (not $c.autoscaling.keda.prometheusAddress) }}
{{- fail "KEDA needs engageconnector.autoscaling.keda.prometheusAddress: the URL of the Prometheus that scrapes this role" }}
{{- end }}
{{- end }}
{{- if and (eq $c.deployment.strategy "canary") (ge (int $c.deployment.canaryPods) (int $c.replicas)) }}
{{- fail (printf "engageconnector.deployment.canaryPods is %d of %d replicas: leave at least one pod on the old version, or use engageconnector.deployment.strategy=rolling-update" (int $c.deployment.canaryPods) (int $c.replicas)) }}
{{- end }}
{{- $given := kindIs "bool" (get $c.deployment "active") }}
{{- if eq $c.deployment.strategy "blue-green" }}
{{- if not $given }}
{{- fail "engageconnector.deployment.strategy=blue-green needs engageconnector.deployment.active: false for the colour that stands by, true for the one that works" }}
{{- end }}
{{- if not $c.deployment.color }}
{{- fail "engageconnector.deployment.strategy=blue-green needs engageconnector.deployment.color: blue or green, and a release for each, such as excp-blue and excp-green" }}
{{- end }}
{{- if $c.autoscaling.enabled }}
{{- fail "engageconnector.autoscaling would start pods of the colour that stands by: set engageconnector.autoscaling.enabled=false while there are two" }}
{{- end }}
{{- else if or $given $c.deployment.color }}
{{- fail (printf "engageconnector.deployment.active and color are of two colours, but engageconnector.deployment.strategy is %s: take them away, or set the strategy to blue-green" $c.deployment.strategy) }}
{{- end }}
{{- if and $c.routes.existingConfigMap $c.routes.files }}
{{- fail "engageconnector.routes is given twice, as files and as existingConfigMap: take one of them away" }}
{{- end }}
{{- if and $c.mappings.existingConfigMap (or $c.mappings.agentStateMapping $c.mappings.sql) }}
{{- fail "engageconnector.mappings is given twice, by value and as existingConfigMap: take one of them away" }}
{{- end }}
{{- if and $c.mappings.existingSql (not $c.mappings.existingConfigMap) }}
{{- fail "engageconnector.mappings.existingSql names files of a ConfigMap, but engageconnector.mappings.existingConfigMap names none: set it" }}
{{- end }}
{{- end }}
