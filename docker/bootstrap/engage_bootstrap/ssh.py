"""Runs commands on a VM over ssh; secrets go through standard input, never through arguments."""
import subprocess


class Unreachable(Exception):
    """ssh itself failed: address, key or user."""


class Shell:
    """A VM's shell. Options of the inventory's [ssh] section: user, port, key, known_hosts."""

    TIMEOUT = 600

    def __init__(self, site, vm):
        ssh = site.ssh
        self.vm = vm
        self.command = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10"]
        if "port" in ssh:
            self.command += ["-p", ssh["port"]]
        if "key" in ssh:
            self.command += ["-i", ssh["key"], "-o", "IdentitiesOnly=yes"]
        if "known_hosts" in ssh:
            self.command += ["-o", f"UserKnownHostsFile={ssh['known_hosts']}"]
        self.command.append(f"{ssh['user']}@{vm.host}" if "user" in ssh else vm.host)

    def run(self, script, given=b""):
        """Runs a bash script and gives (exit code, output); 255 is ssh's own failure."""
        try:
            done = subprocess.run(
                self.command + ["bash", "-c", _quoted(script)],
                input=given, capture_output=True, timeout=self.TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            raise Unreachable(f"{self.vm.name}: a command took more than {self.TIMEOUT} s and was given up") from None
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        if done.returncode == 255:
            raise Unreachable(f"{self.vm.name} ({self.vm.host}): ssh failed: {said}; check host, user, key and known_hosts")
        return done.returncode, said


def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"
