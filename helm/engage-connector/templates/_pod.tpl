{{- define "engage.pod" -}}
{{- $c := .Values.engageconnector -}}
enableServiceLinks: false
automountServiceAccountToken: false
{{- with $c.serviceAccountName }}
serviceAccountName: {{ . | quote }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $c.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- range $key := list "runAsUser" "runAsGroup" "fsGroup" }}
  {{- with get $c.securityContext $key }}
  {{ $key }}: {{ . | int64 }}
  {{- end }}
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- with $c.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $c.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $c.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "engage.container" -}}
{{- $c := .Values.engageconnector }}
{{- $role := $c.role | upper | replace "-" "_" -}}
image: {{ include "engage.image" . | quote }}
imagePullPolicy: {{ $c.image.pullPolicy }}
envFrom:
  - configMapRef:
      name: {{ include "engage.name" . }}-settings
env:
  - name: EX_INSTANCE_ID
    valueFrom:
      fieldRef:
        fieldPath: metadata.name
  - name: EX_{{ $role }}_HTTP_HOST
    value: "0.0.0.0"
  {{- if eq $c.deployment.strategy "blue-green" }}
  - name: EX_ACTIVE
    value: {{ $c.deployment.active | toString | quote }}
  {{- end }}
  {{- $held := concat (include "engage.secretValues" . | fromYaml | keys) $c.secrets.existingKeys }}
  {{- range include "engage.secrets" . | fromYaml }}
  {{- if has .file $held }}
  - name: {{ .env }}_FILE
    value: /run/secrets/engage-connector/{{ .file }}
  {{- end }}
  {{- end }}
  {{- if $c.trustStore.existingSecret }}
  - name: ENGAGE_JAVA_OPTIONS
    value: {{ printf "-Djavax.net.ssl.trustStore=/run/secrets/engage-connector-trust/%s -Djavax.net.ssl.trustStorePassword=%s %s" $c.trustStore.key $c.trustStore.password (default "" $c.engageconnectorConfig.envs.ENGAGE_JAVA_OPTIONS) | trim | quote }}
  {{- end }}
securityContext:
  readOnlyRootFilesystem: true
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml $c.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  - name: secrets
    mountPath: /run/secrets/engage-connector
    readOnly: true
  {{- if $c.trustStore.existingSecret }}
  - name: trust-store
    mountPath: /run/secrets/engage-connector-trust
    readOnly: true
  {{- end }}
  {{- range $n, $secret := $c.secretFiles }}
  - name: secret-files-{{ $n }}
    mountPath: /run/secrets/{{ $secret }}
    readOnly: true
  {{- end }}
  {{- if or $c.routes.files $c.routes.existingConfigMap }}
  # the whole folder, never a subPath: only so does a change reach the pod that runs
  - name: routes
    mountPath: /opt/engage-connector/site/routes
    readOnly: true
  {{- end }}
  {{- if include "engage.mappings" . }}
  - name: mappings
    mountPath: /opt/engage-connector/site/config
    readOnly: true
  {{- end }}
  {{- if eq (include "engage.writesPlans" .) "true" }}
  - name: plans
    mountPath: /opt/engage-connector/plans
  {{- end }}
{{- end }}

{{- define "engage.volumes" -}}
{{- $c := .Values.engageconnector -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ $c.tmpSize }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- with include "engage.secretValues" . | fromYaml | keys | sortAlpha }}
      - secret:
          name: {{ include "engage.name" $ }}-secrets
          items:
            {{- range . }}
            - {key: {{ . }}, path: {{ . }}}
            {{- end }}
      {{- end }}
      {{- if $c.secrets.existing }}
      - secret:
          name: {{ $c.secrets.existing | quote }}
          items:
            {{- range $c.secrets.existingKeys | sortAlpha }}
            - {key: {{ . }}, path: {{ . }}}
            {{- end }}
      {{- end }}
{{- with $c.trustStore.existingSecret }}
- name: trust-store
  secret:
    secretName: {{ . | quote }}
    defaultMode: 0440
    items:
      - {key: {{ $c.trustStore.key | quote }}, path: {{ $c.trustStore.key | quote }}}
{{- end }}
{{- range $n, $secret := $c.secretFiles }}
- name: secret-files-{{ $n }}
  secret:
    secretName: {{ $secret | quote }}
    defaultMode: 0440
{{- end }}
{{- if or $c.routes.files $c.routes.existingConfigMap }}
- name: routes
  configMap:
    name: {{ $c.routes.existingConfigMap | default (printf "%s-routes" (include "engage.name" .)) | quote }}
{{- end }}
{{- with include "engage.mappings" . }}
- name: mappings
  configMap:
    name: {{ $c.mappings.existingConfigMap | default (printf "%s-mappings" (include "engage.name" $)) | quote }}
    items:
      {{- . | trim | nindent 6 }}
{{- end }}
{{- if eq (include "engage.writesPlans" .) "true" }}
- name: plans
  emptyDir:
    sizeLimit: 64Mi
{{- end }}
{{- end }}

{{- /* Which keys of the mappings' ConfigMap become which files below site/config; nothing where there are none. */ -}}
{{- define "engage.mappings" -}}
{{- $m := .Values.engageconnector.mappings }}
{{- $dialect := .Values.engageconnector.engageconnectorConfig.envs.EX_CONFIG_DB_DIALECT | default "postgresql" }}
{{- if or $m.agentStateMapping (and $m.existingConfigMap (not $m.existingSql)) }}
- {key: agent-state-mapping.yaml, path: agent-state-mapping.yaml}
{{- end }}
{{- range concat (keys $m.sql) $m.existingSql | sortAlpha }}
- {key: {{ . | quote }}, path: {{ printf "sql/%s/%s" $dialect . | quote }}}
{{- end }}
{{- end }}

{{- /* A dry run of config-sync writes its plan beside the program, where the root is read-only. */ -}}
{{- define "engage.writesPlans" -}}
{{- and (eq .Values.engageconnector.role "config-sync") (eq (toString .Values.engageconnector.engageconnectorConfig.envs.EX_CONFIG_SYNC_DRY_RUN) "true") }}
{{- end }}

{{- define "engage.probe" -}}
httpGet:
  path: /observe/health/{{ .path }}
  port: http
{{ toYaml .values }}
{{- end }}
