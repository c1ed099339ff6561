"""Is a VM fit? Kernel, Docker, cores, memory, disk, clock, and whether its peers' ports answer (ports of Genesys' own table)."""
import re
import time
from urllib.parse import urlsplit

LIMITS = {"kernel": "4.18", "docker": "20", "cores": "2", "memory_gb": "8", "disk_gb": "80", "clock_seconds": "2"}


def check(site, vm, shell):
    """Prints one line per check and gives the number that failed."""
    limits = {**LIMITS, **site.limits}
    asked = time.time()
    _, facts = shell.run(
        "uname -r; docker version --format '{{.Server.Version}}' 2>/dev/null || docker --version 2>/dev/null || echo none; "
        "docker compose version --short 2>/dev/null || echo none; nproc; "
        "awk '/MemTotal/ {print $2}' /proc/meminfo; "
        f"d={site.directory}; while [ ! -d \"$d\" ]; do d=$(dirname \"$d\"); done; df -Pk \"$d\" | awk 'NR==2 {{print $2}}'; date +%s.%N")
    answered = time.time()
    kernel, docker, compose, cores, memory, disk, clock = facts.splitlines()[-7:]
    skew = max(0.0, float(clock) - answered, asked - float(clock))
    results = [
        ("kernel " + kernel, _version(kernel) >= _version(limits["kernel"]), f"needs {limits['kernel']} or newer"),
        ("docker " + docker, _version(docker) >= _version(limits["docker"]), f"needs {limits['docker']} or newer, running, usable by this user"),
        ("docker compose " + compose, _version(compose) >= (2,), "install the compose plugin"),
        (f"{cores} cores", int(cores) >= int(limits["cores"]), f"needs {limits['cores']}"),
        (f"{int(memory) / 1e6:.1f} GB memory", int(memory) / 1e6 >= float(limits["memory_gb"]) * 0.93, f"needs {limits['memory_gb']} GB"),
        (f"{int(disk) / 1e6:.0f} GB disk", int(disk) / 1e6 >= float(limits["disk_gb"]) * 0.93, f"needs {limits['disk_gb']} GB"),
        (f"clock differs by {skew:.1f} s", skew <= float(limits["clock_seconds"]), "run NTP: Genesys Cloud is very time-sensitive"),
    ]
    taken, _ = shell.run(f"[ ! -f {site.directory}/current ] && timeout 5 bash -c 'exec 3<>/dev/tcp/127.0.0.1/{vm.port}' 2>/dev/null")
    results.append((f"port {vm.port}", taken != 0, "another program listens on it already"))
    for host, port in peers(site, vm):
        code, _ = shell.run(f"timeout 5 bash -c 'exec 3<>/dev/tcp/{host}/{port}'")
        results.append((f"reaches {host}:{port}", code == 0, "check the firewall and the setting that names it"))
    for what, fit, otherwise in results:
        print(f"{vm.name}: {'ok  ' if fit else 'FAIL'} {what}{'' if fit else ': ' + otherwise}")
    return sum(1 for _, fit, _ in results if not fit)


def peers(site, vm):
    """The host and port of everything the role must reach."""
    settings = {**site.settings, **vm.settings}
    found = [_of_url(site.secrets.get("redis-url") or settings.get("EX_REDIS_URL"), 6379)]
    found += [_of_url(settings.get(key), 443) for key in ("EX_GENESYS_CLOUD_API_URL", "EX_GENESYS_CLOUD_LOGIN_URL")]
    region = settings.get("EX_GENESYS_CLOUD_REGION")
    if region:
        found += [(f"api.{region}", 443), (f"login.{region}", 443)]
    if vm.role == "config-sync":
        found += _of_jdbc(settings.get("EX_CONFIG_DB_URL") or "")
    elif vm.role == "agent-state-sync":
        found += [_address(settings.get(key), 2060) for key in ("EX_STAT_SERVER_PRIMARY", "EX_STAT_SERVER_BACKUP")]
    else:
        for pair in re.split(r"[,|]", re.sub(r"[^,|=]*=", "", settings.get("EX_SIP_SERVERS", ""))):
            found.append(_address(pair, 8000))
    found.append(_address(site.logging, 9200))
    return [peer for peer in dict.fromkeys(found) if peer]


def _of_url(url, port):
    parts = urlsplit(url or "")
    return (parts.hostname, parts.port or port) if parts.hostname else None


def _of_jdbc(url):
    """jdbc:postgresql://a:5432,b:5432/db, jdbc:sqlserver://a:1433;..., jdbc:oracle:thin:@//a:1521/service or @a:1521:sid."""
    port = {"sqlserver": 1433, "oracle": 1521}.get(url.split(":")[1] if ":" in url else "", 5432)
    hosts = re.search(r"(?://|@)/*([^/;?]+)", url)
    return [_address(":".join(host.split(":")[:2]), port) for host in hosts.group(1).split(",")] if hosts else []


def _address(text, port):
    if not (text or "").strip():
        return None
    host, _, given = text.strip().partition(":")
    return host, int(given or port)


def _version(text):
    found = re.search(r"\d+(\.\d+)*", text)
    return tuple(int(part) for part in found.group().split(".")) if found else (0,)
