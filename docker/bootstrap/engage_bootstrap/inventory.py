"""Reads the one inventory file and says what is wrong with it."""
import configparser
import re
from dataclasses import dataclass, field
from pathlib import Path

ROLES = {"config-sync": 3640, "agent-state-sync": 3630, "conversation-provider": 3650}

# Name of a secret's file to the setting that reads it, and the roles that get it.
SECRETS = {
    "http-token": ("EX_HTTP_TOKEN", tuple(ROLES)),
    "genesys-cloud-client-secret": ("EX_GENESYS_CLOUD_CLIENT_SECRET", tuple(ROLES)),
    "secret-key": ("EX_SECRET_KEY", tuple(ROLES)),
    "redis-url": ("EX_REDIS_URL", tuple(ROLES)),
    "config-db-password": ("EX_CONFIG_DB_PASSWORD", ("config-sync",)),
    "engage-password": ("EX_ENGAGE_PASSWORD", ("agent-state-sync", "conversation-provider")),
}
OTHER_NAMES = ("ORG_ID", "TENANT_ID", "ENGAGE_JAVA_OPTIONS")


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
    logging: str
    files: dict
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

    def secrets_of(self, vm):
        """Name to content of the secrets that this VM's role reads."""
        return {name: content for name, content in self.secrets.items() if vm.role in SECRETS[name][1]}


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
    secrets = {name: _secret(path, name, place) for name, place in _section(file, path, "secrets").items()}
    if "http-token" not in secrets:
        raise Wrong(f"{path} [secrets] http-token is missing: the roles' ports are open to the network and need it")
    vms = [_vm(file, path, name) for name in file.sections() if name.startswith("vm ")]
    if not vms:
        raise Wrong(f"{path}: no [vm NAME] section; add one per VM")
    return Site(
        registry=_shaped(_needed(site, path, "registry"), r"[\w.:/-]+", path, "registry"),
        version=_shaped(version or _needed(site, path, "version"), r"\w[\w.-]{0,127}", path, "version"),
        directory=_shaped(site.get("directory", "/opt/engage-connector"), r"/[\w./-]+", path, "directory"),
        logging=site.get("logging", ""),
        files={_file_name(path, name): _content(path, f"[files] {name}", place)
               for name, place in (file["files"].items() if file.has_section("files") else ())},
        ssh=dict(file["ssh"]) if file.has_section("ssh") else {},
        limits=dict(file["limits"]) if file.has_section("limits") else {},
        settings=_settings(path, "settings", _section(file, path, "settings")),
        secrets=secrets,
        vms=vms,
    )


def _vm(file, path, section):
    fields = dict(file[section])
    name = _shaped(section[3:].strip(), r"[\w.-]+", path, f"[{section}] name")
    host = fields.pop("host", name)
    role = fields.pop("role", None)
    if role not in ROLES:
        raise Wrong(f"{path} [{section}] role={role}: must be one of {', '.join(ROLES)}")
    return Vm(name, host, role, _settings(path, section, fields))


def _settings(path, section, values):
    for key, value in values.items():
        if not (key.startswith("EX_") or key in OTHER_NAMES):
            raise Wrong(f"{path} [{section}] {key}: settings are environment names such as EX_REDIS_URL (docs/configuration.md)")
        if re.search(r"(PASSWORD|SECRET|SECRET_KEY|TOKEN)$", key):
            raise Wrong(f"{path} [{section}] {key} is a secret: write it into a file and name that in [secrets]")
        if key == "EX_REDIS_URL" and re.search(r"//[^/@]*:[^/@]*@", value):
            raise Wrong(f"{path} [{section}] {key} holds a password: write the whole address into a file, [secrets] redis-url")
        if key == "EX_CONFIG_DB_URL" and re.search(r"password=", value, re.IGNORECASE):
            raise Wrong(f"{path} [{section}] {key} holds a password: take it out, [secrets] config-db-password")
        if "'" in value or "\n" in value:
            raise Wrong(f"{path} [{section}] {key}: a value may hold neither ' nor a line break")
    return values


def _secret(path, name, place):
    if name not in SECRETS:
        raise Wrong(f"{path} [secrets] {name}: unknown; allowed are {', '.join(SECRETS)}")
    content = _content(path, f"[secrets] {name}", place).decode("utf-8", "replace").strip()
    if not content:
        raise Wrong(f"{path} [secrets] {name}: {place} is empty; write the secret into it")
    return content


def _file_name(path, name):
    if name in SECRETS:
        raise Wrong(f"{path} [files] {name}: that is a secret; name it in [secrets]")
    return _shaped(name, r"\w[\w.-]*", path, f"[files] {name}")


def _content(path, what, place):
    try:
        return (Path(path).parent / place).read_bytes()
    except OSError as problem:
        raise Wrong(f"{path} {what}: {problem}") from None


def _section(file, path, name):
    if not file.has_section(name):
        raise Wrong(f"{path}: section [{name}] is missing; see inventory.example.ini")
    return dict(file[name])


def _needed(values, path, key):
    if not values.get(key):
        raise Wrong(f"{path} [site] {key} is missing")
    return values[key]


def _shaped(value, shape, path, what):
    if not re.fullmatch(shape, value):
        raise Wrong(f"{path} {what}: `{value}` has a character that is not allowed")
    return value
