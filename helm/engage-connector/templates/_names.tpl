{{- define "engage.name" -}}{{ .Release.Name | trunc 52 | trimSuffix "-" }}{{- end }}

{{- define "engage.port" -}}
{{ get (dict "config-sync" 3640 "agent-state-sync" 3630 "conversation-provider" 3650) .Values.engageconnector.role }}
{{- end }}

{{- define "engage.selector" -}}
app.kubernetes.io/name: engage-connector
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{- define "engage.labels" -}}
{{ include "engage.selector" . }}
app.kubernetes.io/component: {{ .Values.engageconnector.role }}
app.kubernetes.io/version: {{ include "engage.version" . | quote }}
app.kubernetes.io/part-of: engage-connector
{{- with .Values.engageconnector.deployment.color }}
color: {{ . }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "engage.tag" -}}{{ .Values.engageconnector.image.tag | default .Chart.AppVersion }}{{- end }}

{{- /* A label may be 63 characters and holds no colon: of a digest the beginning. */ -}}
{{- define "engage.version" -}}{{ include "engage.tag" . | replace ":" "-" | trunc 63 | trimSuffix "-" }}{{- end }}

{{- define "engage.image" -}}
{{- $image := .Values.engageconnector.image }}
{{- with $image.registry }}{{ . | trimSuffix "/" }}/{{ end }}{{ $image.repository }}
{{- $tag := include "engage.tag" . }}
{{- if hasPrefix "sha256:" $tag }}@{{ else }}:{{ end }}{{ $tag }}
{{- end }}

{{- /* A number as a person writes it: YAML's 1000000 comes as 1e+06. */ -}}
{{- define "engage.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ int64 . }}{{ else }}{{ toString . }}{{ end }}
{{- end }}
