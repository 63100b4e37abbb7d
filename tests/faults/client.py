"""The engine's own client, kept open: a session of an application."""

import os
import subprocess


class Refused(Exception):
    """The server's words."""


class Client:
    """One session with a throwaway server. Not for several threads."""

    def __init__(self, engine, database):
        more = ["-v", "ON_ERROR_STOP=0"] if "psql" in str(engine.client(database)[0]) else ["--force", "--unbuffered"]
        self.process = subprocess.Popen([*engine.client(database), *more], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1,
                                        env=os.environ | {"PGCONNECT_TIMEOUT": "20"})
        self.asked = 0

    def ask(self, statement):
        """The lines of the answer. Refused where the server says no."""
        self.send(statement)
        return self.answer()

    def send(self, statement):
        self.asked += 1
        self.process.stdin.write(f"{statement};\nSELECT 'end {self.asked}';\n")
        self.process.stdin.flush()

    def answer(self):
        lines, end = [], f"end {self.asked}"
        for line in self.process.stdout:
            line = line.rstrip("\n")
            if line == end:
                if any("ERROR" in each for each in lines):
                    raise Refused(" ".join(lines))
                return lines
            lines.append(line)
        raise Refused(f"the client ended: {' '.join(lines)}")

    def transaction(self, *statements):
        """All of them or none; the lines of the last answer that had any. A statement may be a function of those."""
        lines = []
        self.ask("BEGIN")
        try:
            for statement in statements:
                lines = self.ask(statement(lines) if callable(statement) else statement) or lines
            self.ask("COMMIT")
        except Refused:
            self.ask("ROLLBACK")
            raise
        return lines

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
