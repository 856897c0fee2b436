"""A disk in memory, served through FUSE, that remembers every write: what a power cut would leave of it.

A real ext4 lies on a loop device on top of its one file. Only root can do this, on Linux.
"""

import ctypes
import mmap
import os
import struct
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.benchmarks.faults_keepers import forked

SIZE = 24 * 1024 * 1024
_ROOT, _FILE = 1, 2
_LOOKUP, _FORGET, _GETATTR, _OPEN, _READ, _WRITE, _STATFS, _RELEASE, _FSYNC = 1, 2, 3, 14, 15, 16, 17, 18, 20
_FLUSH, _INIT, _OPENDIR, _BATCH_FORGET = 25, 26, 27, 42
_NO_ENTRY, _NO_CALL = 2, 38


@dataclass(frozen=True)
class Write:
    """One write to the disk, or, without data, a flush of the drive's cache."""

    at: int
    data: bytes | None


class BlockDisk:
    """Serves the file until it is unmounted, then leaves the list of its writes in `log`."""

    def __init__(self, place: Path, image: bytes) -> None:
        self.mount = place / "disk"
        self.log = place / "writes"
        self.mount.mkdir(parents=True)
        self.count = mmap.mmap(-1, 8)
        """How many writes there were so far, shared with every forked process."""
        fd = os.open("/dev/fuse", os.O_RDWR)
        options = f"fd={fd},rootmode=40000,user_id=0,group_id=0".encode()
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.mount(b"faults", os.fsencode(self.mount), b"fuse", 0, options) != 0:
            raise OSError(ctypes.get_errno(), "FUSE cannot be mounted")
        self._server = forked(lambda: _Server(fd, bytearray(image), self.count, self.log).serve())
        os.close(fd)

    def writes(self) -> list[Write]:
        """Unmount the disk; everything that was written to it, in order."""
        subprocess.run(["umount", str(self.mount)], check=True)
        os.waitpid(self._server, 0)
        data, at, found = self.log.read_bytes(), 0, []
        while at < len(data):
            offset, size = struct.unpack_from("<qq", data, at)
            at += 16
            found.append(Write(offset, None if size < 0 else data[at : at + size]))
            at += max(size, 0)
        return found


class _Server:
    def __init__(self, fd: int, image: bytearray, count: mmap.mmap, log: Path) -> None:
        self._fd = fd
        self._image = image
        self._count = count
        self._log = log.open("wb")
        self._written = 0

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                request = os.read(self._fd, 1 << 21)
                _, opcode, unique, node = struct.unpack_from("<IIQQ", request)
                if opcode in (_FORGET, _BATCH_FORGET):
                    continue
                answer = self._answer(opcode, node, request[40:])
                error, body = (-answer, b"") if isinstance(answer, int) else (0, answer)
                os.write(self._fd, struct.pack("<IiQ", 16 + len(body), error, unique) + body)
        self._log.close()

    def _answer(self, opcode: int, node: int, body: bytes) -> bytes | int:
        if opcode == _INIT:
            _, _, readahead, _ = struct.unpack_from("<IIII", body)
            return struct.pack("<IIIIHHIIHHI7I", 7, 31, readahead, 0, 16, 12, 1 << 20, 1, 0, 0, 0, *[0] * 7)
        if opcode == _LOOKUP:
            return (
                struct.pack("<QQQQII", _FILE, 0, 9999, 9999, 0, 0) + _attributes(_FILE)
                if body == b"image\0"
                else _NO_ENTRY
            )
        if opcode == _GETATTR:
            return struct.pack("<QII", 9999, 0, 0) + _attributes(node)
        if opcode in (_OPEN, _OPENDIR):
            return struct.pack("<QII", 0, 0, 0)
        if opcode == _READ:
            _, at, size = struct.unpack_from("<QQI", body)
            return bytes(self._image[at : at + size])
        if opcode == _WRITE:
            _, at, size = struct.unpack_from("<QQI", body)
            self._note(at, body[40 : 40 + size])
            self._image[at : at + size] = body[40 : 40 + size]
            return struct.pack("<II", size, 0)
        if opcode == _FSYNC:
            self._note(0, None)
            return b""
        if opcode == _STATFS:
            return struct.pack("<QQQQQIIII6I", SIZE // 4096, 0, 0, 2, 0, 4096, 255, 4096, 0, *[0] * 6)
        return b"" if opcode in (_FLUSH, _RELEASE, 29) else _NO_CALL

    def _note(self, at: int, data: bytes | None) -> None:
        self._log.write(struct.pack("<qq", at, -1 if data is None else len(data)) + (data or b""))
        self._written += 1
        self._count[:8] = struct.pack("<q", self._written)


def _attributes(node: int) -> bytes:
    mode, size = (0o40755, 0) if node == _ROOT else (0o100600, SIZE)
    return struct.pack("<6Q10I", node, size, size // 512, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


def after_cut(image: bytes, writes: list[Write], cut: int, lossy: Random | None) -> bytearray:
    """The disk after its first `cut` writes; a `lossy` one lost a random half of what was not flushed."""
    left = bytearray(image)
    flushed = max((number for number in range(cut) if writes[number].data is None), default=0)
    for number, write in enumerate(writes[:cut]):
        kept = lossy is None or number < flushed or lossy.random() < 0.5
        if write.data is not None and kept:
            left[write.at : write.at + len(write.data)] = write.data
    return left
