#!/usr/bin/env python3
"""Encrypted connections: servers that take nothing else, with a certificate of an authority that is trusted, and of one
that is not.

usage: tls.py --rejoin PROGRAM [--engine postgresql|mariadb]...
"""

import argparse
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from engines import SKIPPED, MariaDb, PostgreSql, exit_of, open_engine  # noqa: E402

CONNECTED, UNREACHABLE = 0, 11


def openssl(folder, *arguments):
    subprocess.run(["openssl", *map(str, arguments)], cwd=folder, check=True, capture_output=True)


def make_certificates(folder):
    """An authority with a certificate of 127.0.0.1, and another authority."""
    for authority in ("trusted", "other"):
        openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2,
                "-subj", f"/CN={authority}", "-keyout", f"{authority}.key", "-out", f"{authority}.pem")
    openssl(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=127.0.0.1",
            "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n", encoding="ascii")
    openssl(folder, "x509", "-req", "-in", "server.csr", "-CA", "trusted.pem", "-CAkey", "trusted.key", "-days", 2,
            "-CAcreateserial", "-extfile", "names", "-out", "server.pem")


class WithCertificate:
    """What both engines need: a folder with certificates that the server's account may read."""

    def __init__(self):
        self.certificates = Path(tempfile.mkdtemp(prefix="rejoin-tls-"))
        make_certificates(self.certificates)
        for path in [self.certificates, *self.certificates.iterdir()]:
            if os.geteuid() == 0:
                entry = pwd.getpwnam(self.account)
                os.chown(path, entry.pw_uid, entry.pw_gid)
            path.chmod(0o700 if path.is_dir() else 0o600)
        super().__init__()

    def close(self):
        super().close()
        shutil.rmtree(self.certificates, ignore_errors=True)


class SecurePostgreSql(WithCertificate, PostgreSql):
    def restart(self):
        # the socket is for this test's own client alone
        (self.folder / "data" / "pg_hba.conf").write_text("local all all trust\nhostssl all all 127.0.0.1/32 trust\n",
                                                          encoding="ascii")
        super().restart()

    def launch(self):
        return super().launch() + ["-c", "ssl=on", "-c", f"ssl_cert_file={self.certificates}/server.pem",
                                   "-c", f"ssl_key_file={self.certificates}/server.key"]

    def secured(self, authority):
        return f";SSLmode=verify-full;pqopt={{sslrootcert={self.certificates}/{authority}.pem}}"

    unsecured = ";SSLmode=disable"


class SecureMariaDb(WithCertificate, MariaDb):
    encryption = ()

    def launch(self):
        return super().launch() + [f"--ssl-ca={self.certificates}/trusted.pem", "--require-secure-transport=ON",
                                   f"--ssl-cert={self.certificates}/server.pem",
                                   f"--ssl-key={self.certificates}/server.key"]

    def secured(self, authority):
        return f";ForceTLS=1;SSLVerify=1;SSLCA={self.certificates}/{authority}.pem"

    unsecured = None  # the driver encrypts by itself where the server can


ENGINES = {"postgresql": SecurePostgreSql, "mariadb": SecureMariaDb}


def check(rejoin, server, more):
    """The exit of `rejoin check` with both databases, and all that it says."""
    folder = Path(tempfile.mkdtemp(prefix="rejoin-tls-case-"))
    try:
        sides = [part for side in ("a", "b") for part in (f"--{side}", server.connection(f"rj_{side}") + more)]
        subprocess.run([rejoin, "init", folder / "case.rejoin", *sides], check=True, capture_output=True)
        done = subprocess.run([rejoin, "check", folder / "case.rejoin"], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_engine(rejoin, name):
    server = open_engine(name, ENGINES)
    if server is None:
        return None
    try:
        for side in ("a", "b"):
            server.ask(server.anywhere, server.create(f"rj_{side}"))
            server.ask(f"rj_{side}", f"CREATE TABLE t (id {'integer' if name == 'postgresql' else 'int'} PRIMARY KEY);")
        cases = [("the trusted authority", server.secured("trusted"), CONNECTED),
                 ("another authority", server.secured("other"), UNREACHABLE)]
        if server.unsecured is not None:
            cases.append(("no encryption", server.unsecured, UNREACHABLE))
        wrong = []
        for what, more, expected in cases:
            code, said = check(rejoin, server, more)
            if code != expected:
                wrong.append(f"{name}: {what}: exit {code}, expected {expected}\n{said}")
            elif expected == UNREACHABLE and what == "another authority" and "certificate" not in said.lower():
                wrong.append(f"{name}: {what}: the message does not speak of the certificate:\n{said}")
        print("\n".join(wrong) or f"{name}: {len(cases)} cases of encryption as they should be")
        return not wrong
    finally:
        server.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    options = parser.parse_args()
    if not shutil.which("openssl"):
        print("skipped: openssl is not installed")
        return SKIPPED
    return exit_of([run_engine(options.rejoin.resolve(), name) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
