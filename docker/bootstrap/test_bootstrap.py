"""Deploys to loopback hosts over real SSH, with a stand-in for the docker command. Needs sshd (OpenSSH) and Python 3.9+.

Run: python3 docker/bootstrap/test_bootstrap.py
"""
import contextlib
import getpass
import io
import os
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SSHD = shutil.which("sshd") or "/usr/sbin/sshd"

# Answers as docker does, starts a little web server in place of the role, and notes every call.
DOCKER = r"""#!/usr/bin/env bash
echo "$PWD docker $*" >> "$HOME/docker.log"
case "$*" in
  "version --format"*) echo 24.0.7 ;;
  "compose version --short") echo 2.27.0 ;;
  "compose pull --quiet") grep -q '^VERSION=broken-pull$' .env && { echo "manifest unknown" >&2; exit 1; }; true ;;
  "compose up"*)
    [ -f "$HOME/role.pid" ] && kill "$(cat "$HOME/role.pid")" 2>/dev/null
    if ! grep -q '^VERSION=sick$' .env; then
      port=$(sed -n 's/^ *ports: \["\([0-9]*\):.*/\1/p' compose.yaml)
      nohup python3 "$HOME/role.py" "$port" "$(sed -n 's/^VERSION=//p' .env)" >/dev/null 2>&1 &
      echo $! > "$HOME/role.pid"
    fi ;;
  "compose logs"*) echo "the last line of a sick role" ;;
esac
"""
ROLE = """import http.server, sys
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        ready = not (self.path.endswith('/ready') and sys.argv[2] == 'waiting')
        self.send_response(200 if ready else 503); self.end_headers(); self.wfile.write(b'{}')
    def log_message(self, *words): pass
http.server.ThreadingHTTPServer.allow_reuse_address = True
http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Health).serve_forever()
"""


@unittest.skipUnless(os.path.exists(SSHD), "sshd is not installed")
class BootstrapTest(unittest.TestCase):
    """What the bootstrap promises, one promise a test."""

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix="bootstrap-"))
        self.addCleanup(shutil.rmtree, self.home, True)
        for key in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.home / key], check=True)
        tools = self.home / "tools"
        tools.mkdir()
        (tools / "docker").write_text(DOCKER)
        (tools / "docker").chmod(0o755)
        (self.home / "role.py").write_text(ROLE)
        (self.home / "keys").write_bytes((self.home / "client.pub").read_bytes())
        self.port = _free_port()
        path = f"{tools}:{os.path.dirname(sys.executable)}:/usr/bin:/bin"
        (self.home / "sshd_config").write_text(
            f"ListenAddress 127.0.0.1\nPort {self.port}\nHostKey {self.home}/host\nPidFile none\nStrictModes no\n"
            f"AuthorizedKeysFile {self.home}/keys\nUsePAM no\nSetEnv PATH={path} HOME={self.home}\n")
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        self.sshd = subprocess.Popen([SSHD, "-D", "-e", "-f", self.home / "sshd_config"], stderr=subprocess.DEVNULL)
        self.addCleanup(self._stop)
        self.redis = socket.socket()
        self.redis.bind(("127.0.0.1", 0))
        self.redis.listen()
        self.addCleanup(self.redis.close)
        host_key = (self.home / "host.pub").read_text()
        (self.home / "known").write_text(f"[127.0.0.1]:{self.port} {host_key}")
        (self.home / "token").write_text("the-http-token\n")
        (self.home / "client-secret").write_text("the-client-secret\n")
        self._inventory()
        _wait_for(self.port)

    def _stop(self):
        self.sshd.terminate()
        self.sshd.wait(10)
        with contextlib.suppress(OSError, ValueError):
            os.kill(int((self.home / "role.pid").read_text()), 15)

    def _inventory(self, **more):
        limits = {"cores": "1", "memory_gb": "0.5", "disk_gb": "1", "healthy_seconds": "5", **more.get("limits", {})}
        (self.home / "inventory.ini").write_text(
            f"[site]\nregistry = registry.test/engage\nversion = {more.get('version', '1.0.0')}\ndirectory = {self.home}/site\n"
            f"[ssh]\nuser = {getpass.getuser()}\nport = {self.port}\nkey = {self.home}/client\nknown_hosts = {self.home}/known\n"
            "[limits]\n" + "".join(f"{key} = {value}\n" for key, value in limits.items())
            + f"[settings]\nEX_TENANT_ID = 101\nEX_REDIS_URL = redis://127.0.0.1:{self.redis.getsockname()[1]}\n{more.get('settings', '')}\n"
            f"[secrets]\nhttp-token = token\ngenesys-cloud-client-secret = client-secret\n{more.get('secrets', '')}\n"
            f"[files]\n{more.get('files', '')}\n"
            f"[vm one]\nhost = 127.0.0.1\nrole = {more.get('role', 'agent-state-sync')}\n")

    def _run(self, *words):
        """Exit code and everything printed."""
        printed = io.StringIO()
        main = runpy.run_path(str(HERE / "bootstrap"))["main"]
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = main([str(self.home / "inventory.ini"), *words])
        self.assertNotIn("the-client-secret", printed.getvalue())
        self.assertNotIn("the-http-token", printed.getvalue())
        return code, printed.getvalue()

    def _release(self, version="1.0.0"):
        return self.home / "site/releases" / version

    def test_a_vm_is_checked_deployed_and_waited_for(self):
        code, printed = self._run()
        self.assertEqual(code, 0, printed)
        self.assertIn("one: agent-state-sync 1.0.0 is healthy", printed)
        self.assertIn("EX_TENANT_ID='101'", (self._release() / "env/agent-state-sync.env").read_text())
        secret = self._release() / "secrets/genesys-cloud-client-secret"
        self.assertEqual(secret.read_text(), "the-client-secret")
        self.assertEqual(secret.stat().st_mode & 0o777, 0o400)
        self.assertEqual((self._release()).stat().st_mode & 0o777, 0o700)
        self.assertIn("EX_GENESYS_CLOUD_CLIENT_SECRET_FILE='/run/secrets/genesys-cloud-client-secret'",
                      (self._release() / "env/agent-state-sync.env").read_text())
        self.assertNotIn("the-client-secret", (self.home / "docker.log").read_text())

    def test_a_vm_gets_only_the_secrets_of_its_role(self):
        (self.home / "db").write_text("the-db-password")
        self._inventory(secrets="config-db-password = db")
        self.assertEqual(self._run()[0], 0)
        self.assertEqual({file.name for file in (self._release() / "secrets").iterdir()}, {"http-token", "genesys-cloud-client-secret"})

    def test_an_address_of_redis_with_a_password_is_a_secret_and_still_checked(self):
        (self.home / "redis").write_text(f"redis://engage:hidden-word@127.0.0.1:{self.redis.getsockname()[1]}")
        self._inventory(secrets="redis-url = redis")
        code, printed = self._run("--dry-run")
        self.assertEqual(code, 0, printed)
        self.assertIn(f"ok   reaches 127.0.0.1:{self.redis.getsockname()[1]}", printed)
        self.assertIn("EX_REDIS_URL_FILE='/run/secrets/redis-url'", printed)
        self.assertNotIn("hidden-word", printed)

    def test_certificates_of_ones_own_are_copied_as_they_are(self):
        (self.home / "store").write_bytes(b"\x00\xff\r\n")
        self._inventory(files="trust-store.p12 = store")
        self.assertEqual(self._run()[0], 0)
        self.assertEqual((self._release() / "secrets/trust-store.p12").read_bytes(), b"\x00\xff\r\n")

    def test_a_secret_among_the_settings_is_refused_before_anything_is_sent(self):
        for setting in ("EX_CONFIG_DB_PASSWORD = hidden-word", "EX_SECRET_KEY = hidden-word", "EX_HTTP_TOKEN = hidden-word",
                        "EX_CONFIG_DB_URL = jdbc:postgresql://db/x?password=hidden-word"):
            self._inventory(settings=setting)
            code, printed = self._run()
            self.assertEqual(code, 2)
            self.assertIn("[secrets]", printed)
            self.assertNotIn("hidden-word", printed)

    def test_an_upgrade_goes_on_only_when_the_role_does_its_work_again(self):
        self.assertEqual(self._run()[0], 0)
        code, printed = self._run("--version", "waiting")
        self.assertEqual(code, 1, printed)
        self.assertIn("is not ready after", printed)

    def test_versions_that_are_neither_present_nor_the_one_before_are_removed(self):
        for version in ("1.0.0", "1.1.0", "1.2.0"):
            self.assertEqual(self._run("--version", version)[0], 0)
        self.assertEqual({place.name for place in (self.home / "site/releases").iterdir()}, {"1.1.0", "1.2.0"})

    def test_a_port_that_another_program_holds_is_named(self):
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", 3630))
            other.listen()
            code, printed = self._run("--check")
        self.assertEqual(code, 4)
        self.assertIn("FAIL port 3630", printed)

    def test_hosts_of_every_kind_of_database_are_found(self):
        of_jdbc = runpy.run_path(str(HERE / "engage_bootstrap/checks.py"))["_of_jdbc"]
        self.assertEqual(of_jdbc("jdbc:postgresql://a,b:5433/x?ssl=true"), [("a", 5432), ("b", 5433)])
        self.assertEqual(of_jdbc("jdbc:sqlserver://a;databaseName=x"), [("a", 1433)])
        self.assertEqual(of_jdbc("jdbc:oracle:thin:@//a:1522/x"), [("a", 1522)])
        self.assertEqual(of_jdbc("jdbc:oracle:thin:@a:1522:x"), [("a", 1522)])

    def test_a_check_changes_nothing(self):
        code, printed = self._run("--check")
        self.assertEqual(code, 0, printed)
        self.assertFalse((self.home / "site").exists())

    def test_a_dry_run_shows_everything_but_secrets_and_changes_nothing(self):
        code, printed = self._run("--dry-run")
        self.assertEqual(code, 0, printed)
        self.assertIn("would write", printed)
        self.assertIn("EX_TENANT_ID='101'", printed)
        self.assertFalse((self.home / "site").exists())

    def test_a_vm_that_is_too_small_is_named_and_not_touched(self):
        self._inventory(limits={"cores": "1000"})
        code, printed = self._run()
        self.assertEqual(code, 4)
        self.assertIn("needs 1000", printed)
        self.assertFalse((self.home / "site").exists())

    def test_a_peer_that_cannot_be_reached_is_named(self):
        self._inventory(settings=f"EX_STAT_SERVER_PRIMARY = 127.0.0.1:{_free_port()}")
        code, printed = self._run("--check")
        self.assertEqual(code, 4)
        self.assertIn("FAIL reaches 127.0.0.1:", printed)

    def test_an_upgrade_that_stays_sick_says_so_and_a_rollback_brings_the_old_version_back(self):
        self.assertEqual(self._run()[0], 0)
        self.assertEqual(self._run("--version", "1.1.0")[0], 0)
        code, printed = self._run("--version", "sick")
        self.assertEqual(code, 1)
        self.assertIn("the last line of a sick role", printed)
        self.assertIn("--rollback", printed)
        code, printed = self._run("--rollback")
        self.assertEqual(code, 0, printed)
        self.assertIn("back at 1.1.0", printed)

    def test_after_a_good_upgrade_a_rollback_brings_the_version_before_back(self):
        self.assertEqual(self._run()[0], 0)
        self.assertEqual(self._run("--version", "1.1.0")[0], 0)
        code, printed = self._run("--rollback")
        self.assertEqual(code, 0, printed)
        self.assertIn("back at 1.0.0", printed)

    def test_an_image_that_is_not_in_the_registry_is_an_error_before_anything_is_started(self):
        code, printed = self._run("--version", "broken-pull")
        self.assertEqual(code, 1)
        self.assertIn("manifest unknown", printed)

    def test_a_vm_that_ssh_cannot_reach_has_an_exit_code_of_its_own(self):
        self.sshd.terminate()
        self.sshd.wait(10)
        code, printed = self._run()
        self.assertEqual(code, 3)
        self.assertIn("ssh failed", printed)

    def test_a_mistake_in_the_inventory_names_its_section(self):
        self._inventory(role="call-provider")
        code, printed = self._run()
        self.assertEqual(code, 2)
        self.assertIn("[vm one]", printed)


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(port):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd does not listen")


if __name__ == "__main__":
    unittest.main()
