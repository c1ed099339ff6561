"""Renders what a VM gets, copies it, starts it and waits until it is healthy; one release directory per version."""
import time
from pathlib import Path

from .inventory import SECRETS

COMPOSE_FILES = Path(__file__).resolve().parents[2] / "vm"


class Failed(Exception):
    """A VM did not come up; the ones after it were not touched."""


def files(site, vm):
    """Path below the release directory to content; secrets are in secrets/."""
    secrets = {f"secrets/{name}": content.encode() for name, content in site.secrets_of(vm).items()}
    settings = {**site.settings, **vm.settings}
    settings.update({f"{SECRETS[name][0]}_FILE": f"/run/secrets/{name}" for name in site.secrets_of(vm)})
    if "redis-url" in site.secrets:
        settings.pop("EX_REDIS_URL", None)
    secrets.update({f"secrets/{name}": content for name, content in site.files.items()})
    environment = "".join(f"{key}='{value}'\n" for key, value in sorted(settings.items()))
    return {
        "compose.yaml": (COMPOSE_FILES / f"{vm.role}.compose.yaml").read_bytes(),
        f"env/{vm.role}.env": environment.encode(),
        ".env": f"REGISTRY={site.registry}\nVERSION={site.version}\nINSTANCE={vm.name}\n".encode(),
        **secrets,
    }


def deploy(site, vm, shell, dry_run):
    """Brings one VM to the inventory's version. The version before stays on disk for a rollback."""
    release = f"{site.directory}/releases/{site.version}"
    rendered = files(site, vm)
    if dry_run:
        for path, content in rendered.items():
            print(f"{vm.name}: would write {release}/{path}")
            if not path.startswith("secrets/"):
                print("".join(f"    {line}\n" for line in content.decode().splitlines()), end="")
        print(f"{vm.name}: would start {vm.role} {site.version} and wait for port {vm.port}")
        return
    print(f"{vm.name}: {vm.role} {site.version} is copied and started", flush=True)
    # the secrets of an earlier try may be gone from the inventory
    _ok(vm, shell, f"umask 077; rm -rf {release}/secrets; mkdir -p {release}/env {release}/secrets && chmod 711 {release}/secrets", b"",
        f"write to {release}")
    for path, content in rendered.items():
        mode = " && chmod 400" if path.startswith("secrets/") else " && chmod 600"
        _ok(vm, shell, f"umask 077; cat > {release}/{path}{mode} {release}/{path}", content, f"write {release}/{path}")
    _start(site, vm, shell, site.version)
    print(f"{vm.name}: {vm.role} {site.version} is healthy", flush=True)


def roll_back(site, vm, shell):
    """Starts the last version that was healthy: the present one after a failed upgrade, else the one before it."""
    code, version = shell.run(f"cd {site.directory} && if [ -f trying ]; then cat current; else cat previous; fi 2>/dev/null")
    if code != 0 or not version:
        raise Failed(f"{vm.name}: {site.directory} knows no version to go back to")
    _start(site, vm, shell, version)
    print(f"{vm.name}: {vm.role} is back at {version}", flush=True)


def _start(site, vm, shell, version):
    release = f"{site.directory}/releases/{version}"
    was_ready = _answers(vm, shell, "ready")
    _ok(vm, shell, f"echo {version} > {site.directory}/trying", b"", f"write to {site.directory}")
    _ok(vm, shell, f"cd {release} && docker compose pull --quiet", b"", "pull the image")
    # user 500 of the image reads the secrets and nobody else; who may not give files away lets Docker do it
    image = f"{site.registry}/engage-connector:{version}"
    _ok(vm, shell,
        f"cd {release} && {{ chown 500:500 secrets/* 2>/dev/null || docker run --rm --network none --user 0:0 --entrypoint /bin/sh "
        f"--volume {release}/secrets:/secrets:Z {image} -c 'chown 500:500 /secrets/*'; }}", b"", "hand the secrets to user 500")
    _ok(vm, shell, f"cd {release} && docker compose up --detach --remove-orphans", b"", "start the container")
    wait = float(site.limits.get("healthy_seconds", 90))
    # A VM that did its work before must do it again before the next one is stopped. A first start only has to live: it may wait
    # for the ID map, which config-sync makes.
    for what in ("live", "ready") if was_ready else ("live",):
        until = time.monotonic() + wait
        while not _answers(vm, shell, what):
            if time.monotonic() > until:
                _, log = shell.run(f"cd {release} && docker compose logs --tail 20")
                raise Failed(f"{vm.name}: {vm.role} {version} is not {what} after {wait:.0f} s; its last lines:\n{log}\n"
                             f"next: mend it and run again, or bootstrap ... --rollback --only {vm.name}")
            time.sleep(1)
    _ok(vm, shell,
        f"cd {site.directory} && now=$(cat current 2>/dev/null || true) && "
        f"if [ -n \"$now\" ] && [ \"$now\" != {version} ]; then echo \"$now\" > previous; fi && echo {version} > current && rm -f trying && "
        "for old in releases/*; do case ${old#releases/} in \"$(cat current)\"|\"$(cat previous 2>/dev/null)\") ;; *) rm -rf \"$old\" ;; esac; done",
        b"", "note the version")


def _answers(vm, shell, what):
    """Whether the role says that it is live, or ready."""
    probe = (f"exec 3<>/dev/tcp/127.0.0.1/{vm.port} && printf 'GET /observe/health/{what} HTTP/1.0\\r\\n\\r\\n' >&3 "
             "&& head -1 <&3 | grep -q ' 200'")
    return shell.run(f"timeout 5 bash -c {quoted(probe)} 2>/dev/null")[0] == 0


def _ok(vm, shell, script, given, what):
    code, output = shell.run(script, given)
    if code != 0:
        raise Failed(f"{vm.name}: could not {what}: {output}")


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
