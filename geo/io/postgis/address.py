"""Take the address of a database apart, so that it can be shown without its password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from geo.errors import InputError, describe

_SCHEMES = ("postgresql", "postgres")
_FORM = "write it like postgresql://user@host:5432/database"
_HOSTS = re.compile(r"[^@/\\?#:\s]*(:\d{1,5})?|\[[0-9A-Fa-f:.%]+\](:\d{1,5})?")
_SHOWN_OPTIONS = ("host", "port", "user", "dbname", "database", "service", "sslmode")
"""What messages repeat of the options after the question mark; a password may stand among the others."""
_SECRET_OPTIONS = ("password", "sslpassword")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, and as whom to ask for it."""

    dsn: str = field(repr=False)
    """As the driver takes it; it may hold a password."""
    shown: str
    """As messages name it: without a password, and without options that nobody needs to see."""
    has_password: bool


def parse_address(text: str) -> Address:
    """Return an address of the form ``postgresql://user@host:5432/database?option=value``.

    Each part may be left out: the driver takes it from the environment (PGHOST, PGUSER, …), the service
    file or the password file.

    >>> parse_address("postgresql://gis:geheim@db.local/planmap?password=geheim&sslmode=require").shown
    'postgresql://gis@db.local/planmap?sslmode=require'

    Raises
    ------
    InputError
        It is of another form. The message repeats nothing of it: a password may stand anywhere.
    """
    try:
        parts = urlsplit(text.strip())
        options = parse_qsl(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise _no_address("is not of its form", remedy=_FORM) from None
    if parts.scheme not in _SCHEMES or "://" not in text:
        raise _no_address("is not of its form", remedy=_FORM)
    user_info, _, hosts = parts.netloc.rpartition("@")
    if "@" in user_info or "@" in f"{parts.path}{parts.query}" or parts.fragment:
        remedy = "write %40 for @, %2F for /, %3F for ?, %23 for # in user, password and options"
        raise _no_address("holds a sign that means something else there", remedy=remedy)
    if not all(_HOSTS.fullmatch(host) for host in hosts.split(",")):
        raise _no_address("names no host and port", remedy=_FORM)
    user, _, password = user_info.partition(":")
    kept = "&".join(f"{key}={value}" for key, value in options if key in _SHOWN_OPTIONS)
    shown = f"postgresql://{user}{'@' if user else ''}{hosts}{parts.path}{'?' if kept else ''}{kept}"
    secret = bool(password) or any(key in _SECRET_OPTIONS for key, _ in options)
    return Address(dsn=text.strip(), shown=unquote(shown), has_password=secret)


def _no_address(what: str, *, remedy: str) -> InputError:
    return InputError(describe(where="the database's address", what=what, remedy=remedy))
