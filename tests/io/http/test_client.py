"""The client with a service that behaves: what it sends, how fast, and what it keeps."""

import json
import logging
from dataclasses import replace
from datetime import date

import pytest

from geo.io.http.answer_cache import CACHE_FILE
from geo.io.http.client import USER_AGENT
from tests.io.http.service_acts import DAY, KEY, reply


def kept_lines(folder):
    return (folder / CACHE_FILE).read_text(encoding="utf-8").splitlines()


def test_a_request_has_its_parameters_its_key_and_its_own_name(served, client, request_for, read):
    served.act(reply('{"found":"和平广场"}'))
    answer = client.fetch(request_for(), read)
    (path, params, headers) = served.seen[0]
    assert (path, params) == ("/v1", {"q": "和平广场", "key": KEY})
    assert (headers["User-Agent"], headers["Accept-Encoding"]) == (USER_AGENT, "identity")
    assert (answer.text, answer.answered_on) == ('{"found":"和平广场"}', date(2026, 11, 23))


def test_requests_to_a_host_keep_their_distance(served, client, clock, request_for, read):
    served.act(reply())
    for name in "甲乙丙":
        client.fetch(request_for(name, per_second=1.0), read)
    assert clock.waits == [1.0, 1.0]


def test_ones_own_server_is_not_waited_for(served, client, clock, request_for, read):
    served.act(reply())
    for name in "甲乙丙":
        client.fetch(request_for(name), read)
    assert clock.waits == []


def test_a_users_name_is_no_secret_that_garbles_answers(served, client, request_for, read):
    served.act(reply('{"found":"和平广场"}'))
    request = replace(request_for(), secret_params={}, login=("found", "a-password"))
    assert client.fetch(request, read).text == '{"found":"和平广场"}'
    assert served.seen[0][2]["Authorization"].startswith("Basic ")


# --- What is kept --------------------------------------------------------------------------------


def test_an_answer_is_asked_for_once(served, client, connect, request_for, read):
    served.act(reply('{"n":1}'), reply('{"n":2}'))
    assert client.fetch(request_for(), read) == client.fetch(request_for(), read)
    assert connect(served.port).fetch(request_for(), read).text == '{"n":1}'
    assert len(served.seen) == 1


def test_two_questions_are_two_answers(served, client, request_for, read):
    served.act(reply())
    client.fetch(request_for("甲"), read)
    client.fetch(request_for("乙"), read)
    client.fetch(request_for("乙", what="places"), read)
    assert len(served.seen) == 3


def test_an_answer_is_kept_as_it_comes_with_its_day_and_source_and_no_key(
    served, client, request_for, read, tmp_path
):
    served.act(reply(json.dumps({"echo": KEY})))
    client.fetch(request_for(), read)
    (line,) = kept_lines(tmp_path)
    entry = json.loads(line)
    assert entry["question"] == ["fake", "geocode", [["q", "和平广场"]]]
    assert (entry["answered_on"], entry["body"]) == ("2026-11-23", '{"echo": "[key]"}')
    assert "cret" not in line


def test_an_answer_without_a_day_has_the_one_that_was_given(served, connect, request_for, read):
    def undated(handler):
        handler.send_response_only(200)
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"{}")

    served.act(undated)
    client = connect(served.port, undated=date(2020, 8, 1))
    assert client.fetch(request_for(), read).answered_on == date(2020, 8, 1)


@pytest.mark.parametrize(
    "damage", [b"\xff\xfe\n", b'{"version":1,"question":"', b'{"version":0}\n', b"[]\n1\n"]
)
def test_a_damaged_line_counts_as_not_there(served, connect, request_for, read, tmp_path, damage):
    served.act(reply())
    connect(served.port).fetch(request_for("甲"), read)
    with (tmp_path / CACHE_FILE).open("ab") as file:
        file.write(damage)
    connect(served.port).fetch(request_for("乙"), read)
    third = connect(served.port)
    third.fetch(request_for("甲"), read)
    third.fetch(request_for("乙"), read)
    assert len(served.seen) == 2


def test_a_kept_answer_that_is_no_longer_understood_is_asked_for_again(served, connect, request_for, read):
    served.act(reply("[]"), reply("{}"))
    connect(served.port).fetch(request_for(), lambda _: None)
    assert connect(served.port).fetch(request_for(), read).text == "{}"


def test_ctrl_c_keeps_what_was_found(served, client, connect, request_for, read, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    served.act(reply())
    client.fetch(request_for("甲", per_second=1.0), read)
    monkeypatch.setattr(client, "_sleep", interrupt)
    with pytest.raises(KeyboardInterrupt):
        client.fetch(request_for("乙", per_second=1.0), read)
    connect(served.port).fetch(request_for("甲", per_second=1.0), read)
    assert len(served.seen) == 1


# --- What is never seen --------------------------------------------------------------------------


def test_no_log_of_any_library_has_the_key(served, client, request_for, read, caplog):
    served.act(reply("{}", status=503), reply("{}", Set_Cookie=f"key={KEY}"))
    with caplog.at_level(logging.DEBUG):
        client.fetch(request_for(), read)
    written = "\n".join(record.getMessage() for record in caplog.records)
    assert "/v1?q=" in written, "the library logs addresses, or this test tests nothing"
    assert "[key]" in written
    assert "cret" not in written
    assert DAY in written


def test_the_loggers_are_left_as_they_were(served, connect):
    client = connect(served.port)
    assert logging.getLogger("httpx").filters
    client.__exit__()
    assert logging.getLogger("httpx").filters == []
