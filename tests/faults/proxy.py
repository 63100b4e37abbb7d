"""A proxy on loopback that cuts the connection where it is told to."""

import re
import socket
import struct
import threading
import time

CHUNK = 65536


class Proxy:
    """Forwards to a port of this machine. Counts what it forwards, request by request and answer by answer, as they
    come off the wire."""

    def __init__(self, port):
        self.target = port
        self.lock = threading.Lock()
        self.counts = {"request": 0, "answer": 0}
        self.cut = None
        self.awaited = None
        self.delay = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def arm(self, direction=None, number=0):
        """From now on the given request never arrives, or the given answer never comes back; without, all do."""
        with self.lock:
            self.counts = {"request": 0, "answer": 0}
            self.cut = (direction, number) if direction else None
            self.awaited = None

    def arm_at(self, pattern, direction):
        """From the first request that matches on nothing arrives; where the answer is to be cut, the request still
        does."""
        self.arm()
        with self.lock:
            self.awaited = (re.compile(pattern), direction)

    def slow(self, seconds):
        """So much longer does each answer take from now on."""
        self.delay = seconds

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                client.close()
                continue
            for direction, source, sink in (("request", client, server), ("answer", server, client)):
                threading.Thread(target=self.forward, args=(direction, source, sink), daemon=True).start()

    def forward(self, direction, source, sink):
        try:
            while data := source.recv(CHUNK):
                if self.is_cut(direction, data):
                    break
                if direction == "answer" and self.delay:
                    time.sleep(self.delay)
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            end_at_once(end)

    def is_cut(self, direction, data):
        with self.lock:
            self.counts[direction] += 1
            if self.awaited and direction == "request" and self.awaited[0].search(data):
                self.cut = (self.awaited[1], 1)
                self.awaited = None
            return self.cut and self.cut[0] == direction and self.counts[direction] >= self.cut[1]

    def close(self):
        self.listener.close()


def end_at_once(end):
    try:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()
