"""Reads the one inventory file and says what is wrong with it."""
import configparser
from dataclasses import dataclass, field
from pathlib import Path

ROLES = {"config-sync": 3640, "agent-state-sync": 3630, "conversation-provider": 3650}
SECRETS = ("http-token", "genesys-cloud-client-secret", "secret-key", "config-db-password")


class Wrong(Exception):
    """The inventory cannot be used; the message names the section and what to do."""


@dataclass
class Vm:
    """One VM and the role it carries."""

    name: str
    host: str
    role: str
    settings: dict = field(default_factory=dict)

    @property
    def port(self):
        return ROLES[self.role]


@dataclass
class Site:
    """The whole inventory."""

    registry: str
    version: str
    directory: str
    ssh: dict
    limits: dict
    settings: dict
    secrets: dict
    vms: list

    def chosen(self, names):
        unknown = set(names or []) - {vm.name for vm in self.vms}
        if unknown:
            raise Wrong(f"--only {', '.join(sorted(unknown))}: no such VM; the inventory has {', '.join(vm.name for vm in self.vms)}")
        return [vm for vm in self.vms if not names or vm.name in names]


def read(path, version=None):
    """Reads and checks the inventory; secrets are files beside it and are read here, never printed."""
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str
    try:
        with open(path, encoding="utf-8") as text:
            file.read_file(text)
    except (OSError, configparser.Error) as problem:
        raise Wrong(f"{path} cannot be read: {problem}") from None
    site = _section(file, path, "site")
    secrets = {}
    for name, place in _section(file, path, "secrets").items():
        if name not in SECRETS:
            raise Wrong(f"{path} [secrets] {name}: unknown; allowed are {', '.join(SECRETS)}")
        try:
            secrets[name] = (Path(path).parent / place).read_text(encoding="utf-8").strip()
        except OSError as problem:
            raise Wrong(f"{path} [secrets] {name}: {problem}; write the secret into that file") from None
    vms = [_vm(file, path, name) for name in file.sections() if name.startswith("vm ")]
    if not vms:
        raise Wrong(f"{path}: no [vm NAME] section; add one per VM")
    for need in ("http-token", "genesys-cloud-client-secret"):
        if need not in secrets:
            raise Wrong(f"{path} [secrets] {need} is missing")
    return Site(
        registry=_needed(site, path, "site", "registry"),
        version=version or _needed(site, path, "site", "version"),
        directory=site.get("directory", "/opt/engage-connector"),
        ssh=dict(file["ssh"]) if file.has_section("ssh") else {},
        limits=dict(file["limits"]) if file.has_section("limits") else {},
        settings=_settings(file, path, "settings"),
        secrets=secrets,
        vms=vms,
    )


def _vm(file, path, section):
    fields = dict(file[section])
    name = section[3:].strip()
    host = fields.pop("host", name)
    role = fields.pop("role", None)
    if role not in ROLES:
        raise Wrong(f"{path} [{section}] role={role}: must be one of {', '.join(ROLES)}")
    for key in fields:
        _setting(path, section, key)
    return Vm(name, host, role, fields)


def _settings(file, path, section):
    values = dict(_section(file, path, section))
    for key in values:
        _setting(path, section, key)
    return values


def _setting(path, section, key):
    if not (key.startswith("EX_") or key in ("ORG_ID", "TENANT_ID")):
        raise Wrong(f"{path} [{section}] {key}: settings are environment names such as EX_REDIS_URL (docs/configuration.md)")


def _section(file, path, name):
    if not file.has_section(name):
        raise Wrong(f"{path}: section [{name}] is missing; see inventory.example.ini")
    return dict(file[name])


def _needed(values, path, section, key):
    if not values.get(key):
        raise Wrong(f"{path} [{section}] {key} is missing")
    return values[key]
