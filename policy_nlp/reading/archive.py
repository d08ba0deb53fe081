"""Zip files whose bytes are counted while they are unpacked, so that none can swell beyond bounds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from policy_nlp.errors import InputError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_MEMBERS = 10_000
MAX_MEMBER = 100_000_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 100
_RATIO_FROM = 100_000
_CHUNK = 1 << 16
_ENCRYPTED = 0x1


class Archive:
    """The members of one zip file. What its headers claim is not believed: only unpacked bytes count."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raise InputError for a file that is no sound zip file, or one with too many members."""
        self.path = path
        self._total = 0
        with _sound(path):
            self._zip = _opened(data)
        if len(self._zip.namelist()) > MAX_MEMBERS:
            raise InputError("too_many_members", path=path, count=len(self._zip.namelist()), limit=MAX_MEMBERS)
        self._infos = {name_of(info): info for info in self._zip.infolist() if not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the file."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """Return the bytes of a member; raises InputError where there is none, or where it swells beyond bounds."""
        if name not in self._infos:
            raise InputError("no_such_member", path=self.path, member=name)
        return b"".join(self._chunks(name))

    def size_of(self, name: str) -> int:
        """Return how large the archive says that a member is."""
        return self._infos[name].file_size

    def _chunks(self, name: str) -> Iterator[bytes]:
        info = self._infos[name]
        if info.flag_bits & _ENCRYPTED:
            raise InputError("password", path=self.path, place=name)
        size = 0
        with _sound(self.path, name), self._zip.open(info) as member:
            while chunk := member.read(_CHUNK):
                size += len(chunk)
                self._total += len(chunk)
                self._refuse_bomb(name, size, info.compress_size)
                yield chunk

    def _refuse_bomb(self, name: str, size: int, packed: int) -> None:
        swollen = size > _RATIO_FROM and size > MAX_RATIO * max(packed, 1)
        if swollen or size > MAX_MEMBER or self._total > MAX_TOTAL:
            limits = {"ratio": MAX_RATIO, "member": MAX_MEMBER // 1_000_000, "total": MAX_TOTAL // 1_000_000}
            raise InputError("zip_bomb", path=self.path, place=name, **limits)


def refuse_bomb(data: bytes, path: str) -> None:
    """Raise InputError where a zip file would swell beyond bounds; nothing of it is kept.

    A reader whose library unpacks by itself calls this first.
    """
    archive = Archive(data, path)
    for name in archive.names:
        for _ in archive._chunks(name):
            pass


def name_of(info: ZipInfo) -> str:
    """Return the name of a member as its author wrote it: names that are not marked as UTF-8 are mostly GBK here.

    >>> from zipfile import ZipInfo
    >>> name_of(ZipInfo("方案.txt".encode("gbk").decode("cp437")))
    '方案.txt'
    """
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _opened(data: bytes) -> ZipFile:
    from zipfile import ZipFile

    return ZipFile(BytesIO(data))


@contextmanager
def _sound(path: str, place: str = "") -> Iterator[None]:
    import lzma
    import zlib
    from zipfile import BadZipFile

    broken = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
    try:
        yield
    except broken as error:
        raise InputError("damaged_file", path=path, place=place, cause=error) from error
