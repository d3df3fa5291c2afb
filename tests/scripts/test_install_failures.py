"""Each way in which pip or venv fails is one line that says what to do."""

from __future__ import annotations

import pytest

from install_failures import explain_pip_failure, explain_venv_failure

NO_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Failed to establish')'
ERROR: Could not find a version that satisfies the requirement attrs==26.1.0 (from versions: none)
ERROR: No matching distribution found for attrs==26.1.0
"""
NO_WHEEL = """\
ERROR: Could not find a version that satisfies the requirement fiona==1.10.1 (from versions: none)
ERROR: No matching distribution found for fiona==1.10.1
"""
WRONG_HASH = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.
    attrs==26.1.0 from file:///wheels/attrs-26.1.0-py3-none-any.whl (from -r requirements.lock (line 17)):
        Expected sha256 aa
             Got        bb
"""
NO_BUILD = """\
  error: subprocess-exited-with-error

  × Preparing editable metadata (pyproject.toml) did not run successfully.
  │ exit code: 1
  ╰─> [15 lines of output]
      Traceback (most recent call last):
          raise ValueError(f"No file/folder found for module {name}")
      ValueError: No file/folder found for module geo
      [end of output]

  note: This error originates from a subprocess, and is likely not a problem with pip.
error: metadata-generation-failed

× Encountered error while generating package metadata.
╰─> from file:///project

note: This is an issue with the package mentioned above, not pip.
hint: See above for details.
"""
BREAKDOWN = """\
ERROR: Exception:
Traceback (most recent call last):
    raise suffixed_err(src, pos, f"Illegal character {char!r}")
tomllib.TOMLDecodeError: Illegal character (at line 7, column 17)
"""
NO_SPACE = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"


@pytest.mark.parametrize(
    ("output", "line"),
    [
        (NO_NETWORK, "no connection to the package index"),
        (NO_WHEEL, "No matching distribution found for fiona==1.10.1"),
        (WRONG_HASH, "attrs==26.1.0 from file:///wheels/attrs-26.1.0-py3-none-any.whl"),
        (NO_SPACE, "no space left on the disk"),
        (NO_BUILD, "pip failed: ValueError: No file/folder found for module geo"),
        (BREAKDOWN, "pip failed: tomllib.TOMLDecodeError: Illegal character"),
        ("error: uninstall-no-record-file\n\nhint: See above.\nnote: Not pip.\n", "pip failed: uninstall-no"),
        ("It stopped.\nhint: See above for details.\n", "pip failed: It stopped."),
        ("ERROR: Something else\nmore of it\n", "pip failed: Something else"),
        ("Killed\n\n", "pip failed: Killed"),
        ("", "pip failed: no message"),
    ],
)
def test_a_failure_of_pip_is_one_line(output, line):
    message = explain_pip_failure(output)
    assert message.startswith(line)
    assert "\n" not in message


@pytest.mark.parametrize(
    ("output", "line"),
    [
        ("Error: [Errno 28] No space left on device: '.venv/lib'", "no space left on the disk"),
        (
            "Error: Command '['ensurepip']' returned non-zero exit status 1.",
            "no virtual environment: Error: Com",
        ),
    ],
)
def test_a_failure_of_venv_is_one_line(output, line):
    message = explain_venv_failure(output)
    assert message.startswith(line)
    assert "\n" not in message
