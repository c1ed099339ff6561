"""Renders what a VM gets, copies it, starts it and waits until it is healthy; one release directory per version."""
import time
from pathlib import Path

COMPOSE_FILES = Path(__file__).resolve().parents[2] / "vm"


class Failed(Exception):
    """A VM did not come up; the ones after it were not touched."""


def files(site, vm):
    """Path below the release directory to content; secrets are in secrets/."""
    settings = {**site.settings, **vm.settings}
    environment = "".join(f"{key}={value}\n" for key, value in sorted(settings.items()))
    rendered = {
        "compose.yaml": (COMPOSE_FILES / f"{vm.role}.compose.yaml").read_text(encoding="utf-8"),
        f"env/{vm.role}.env": environment,
        ".env": f"REGISTRY={site.registry}\nVERSION={site.version}\nHOSTNAME={vm.name}\n",
    }
    wanted = [name for name in site.secrets if name != "config-db-password" or vm.role == "config-sync"]
    rendered.update({f"secrets/{name}": site.secrets[name] for name in wanted})
    return rendered


def deploy(site, vm, shell, dry_run):
    """Brings one VM to the inventory's version. The version before stays on disk for a rollback."""
    release = f"{site.directory}/releases/{site.version}"
    rendered = files(site, vm)
    if dry_run:
        for path, content in rendered.items():
            print(f"{vm.name}: would write {release}/{path}")
            if not path.startswith("secrets/"):
                print("".join(f"    {line}\n" for line in content.splitlines()), end="")
        print(f"{vm.name}: would start {vm.role} {site.version} and wait for port {vm.port}")
        return
    for path, content in rendered.items():
        place = f"{release}/{path}"
        # user 500 of the image reads the secrets; nobody else does
        script = f"umask 077; mkdir -p \"$(dirname {place})\" && cat > {place}"
        if path.startswith("secrets/"):
            script += f" && {{ chown 500:500 {place} 2>/dev/null || true; }} && chmod 400 {place}"
            script = f"rm -f {place}; " + script
        _ok(vm, shell, script, content, f"write {place}")
    _start(site, vm, shell, site.version)
    print(f"{vm.name}: {vm.role} {site.version} is healthy")


def roll_back(site, vm, shell):
    """Starts the last version that was healthy: the present one after a failed upgrade, else the one before it."""
    code, version = shell.run(f"cd {site.directory} && if [ -f trying ]; then cat current; else cat previous; fi 2>/dev/null")
    if code != 0 or not version:
        raise Failed(f"{vm.name}: {site.directory} knows no version to go back to")
    _start(site, vm, shell, version)
    print(f"{vm.name}: {vm.role} is back at {version}")


def _start(site, vm, shell, version):
    release = f"{site.directory}/releases/{version}"
    _ok(vm, shell, f"echo {version} > {site.directory}/trying", "", f"write to {site.directory}")
    _ok(vm, shell, f"cd {release} && docker compose pull --quiet", "", "pull the image")
    _ok(vm, shell, f"cd {release} && docker compose up --detach --remove-orphans", "", "start the container")
    wait = float(site.limits.get("healthy_seconds", 90))
    until = time.monotonic() + wait
    probe = (f"exec 3<>/dev/tcp/127.0.0.1/{vm.port} && printf 'GET /observe/health/live HTTP/1.0\\r\\n\\r\\n' >&3 "
             "&& head -1 <&3 | grep -q ' 200'")
    while shell.run(f"timeout 5 bash -c {_quoted(probe)}")[0] != 0:
        if time.monotonic() > until:
            _, log = shell.run(f"cd {release} && docker compose logs --tail 20")
            raise Failed(f"{vm.name}: {vm.role} {version} is not healthy after {wait:.0f} s; its last lines:\n{log}\n"
                         f"next: mend it and run again, or bootstrap ... --rollback --only {vm.name}")
        time.sleep(1)
    _ok(vm, shell,
        f"cd {site.directory} && now=$(cat current 2>/dev/null || true) && "
        f"if [ -n \"$now\" ] && [ \"$now\" != {version} ]; then echo \"$now\" > previous; fi && echo {version} > current && rm -f trying",
        "", "note the version")


def _ok(vm, shell, script, given, what):
    code, output = shell.run(script, given)
    if code != 0:
        raise Failed(f"{vm.name}: could not {what}: {output}")


def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
