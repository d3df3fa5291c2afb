"""The Content-Security-Policy of a page: nothing from outside, and only the scripts that it was born with."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SCRIPT = re.compile(r'<script(?: type="module")?>(.*?)</script>', re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def content_policy(html: str, *, picture_hosts: Sequence[str] = ()) -> str:
    """Return the policy that lets run exactly the inline scripts and styles of ``html``.

    Data blocks (``type="application/gzip"``) never run and need no hash. Pictures come from
    ``picture_hosts`` alone, from nowhere without any.
    """
    pictures = f"img-src {' '.join(picture_hosts)}; " if picture_hosts else ""
    return (
        "default-src 'none'; "
        f"script-src {_hashes(_SCRIPT, html)}; "
        f"style-src {_hashes(_STYLE, html)}; "
        f"{pictures}"
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(element: re.Pattern[str], html: str) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in element.findall(html))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
