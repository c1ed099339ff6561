{{- /* Secrets by the name of their value: the file, which is the key in a Secret, and the setting that names the file. */ -}}
{{- define "engage.secrets" -}}
httpToken: {file: http-token, env: EX_HTTP_TOKEN}
httpReadToken: {file: http-read-token, env: EX_HTTP_READ_TOKEN}
redisUrl: {file: redis-url, env: EX_REDIS_URL}
redisSentinelPassword: {file: redis-sentinel-password, env: EX_REDIS_SENTINEL_PASSWORD}
genesysCloudClientSecret: {file: genesys-cloud-client-secret, env: EX_GENESYS_CLOUD_CLIENT_SECRET}
configDbUrl: {file: config-db-url, env: EX_CONFIG_DB_URL}
configDbPassword: {file: config-db-password, env: EX_CONFIG_DB_PASSWORD}
secretKey: {file: secret-key, env: EX_SECRET_KEY}
engagePassword: {file: engage-password, env: EX_ENGAGE_PASSWORD}
engageTlsKeyStorePassword: {file: engage-tls-key-store-password, env: EX_ENGAGE_TLS_KEY_STORE_PASSWORD}
{{- end }}

{{- /* Files that this release brings by value, with their content. */ -}}
{{- define "engage.secretValues" -}}
{{- $given := .Values.engageconnector.secrets }}
{{- $values := dict }}
{{- range $name, $known := include "engage.secrets" . | fromYaml }}
{{- with get $given $name }}{{ $_ := set $values $known.file . }}{{ end }}
{{- end }}
{{- $values | toYaml }}
{{- end }}
