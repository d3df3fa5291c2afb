"""Every fault of docs/services.md, on real sockets: never "not found", never kept, never a key in a text."""

from __future__ import annotations

import gzip
import socket
import traceback
import zlib

import httpx
import pytest

from geo.errors import ServiceAnswerError, ServiceError, ServiceRefusedError, ServiceUnavailableError
from geo.geocode.services.amap import amap
from geo.geocode.services.baidu import baidu
from geo.geocode.services.contract import Question
from geo.geocode.services.nominatim import own_nominatim, public_nominatim
from geo.geocode.services.tianditu import tianditu
from geo.io.http import Limits, ServiceClient
from geo.io.http.answer_cache import CACHE_FILE
from geo.io.http.exchange import MOST_BYTES
from tests.io.http.service_acts import KEY, reply

QUESTION = Question("和平广场", "测试市", "测试区", "410199", (113.9, 34.0, 114.0, 34.1))
LOGIN_PAGE = "<!DOCTYPE html><title>登录</title><form action=/login>"

AMAP, TIANDITU, BAIDU, NOMINATIM = (
    service.asks[0] for service in (amap(KEY), tianditu(KEY), baidu(KEY), public_nominatim())
)


@pytest.fixture
def ask(client, tmp_path, caplog):
    """Ask one service; whatever it raises must hide the key, and nothing of it is kept."""

    def run(way, *, by=client):
        caplog.set_level("DEBUG")
        error = None
        try:
            return by.fetch(way.request(QUESTION), way.read)
        except ServiceError as caught:
            error = caught
        written = "".join(traceback.format_exception(error)) + caplog.text + repr(error)
        assert KEY not in written
        assert "Secret" not in written
        assert error.__context__ is None, "what led to the error holds the address with the key"
        assert not (tmp_path / CACHE_FILE).exists()
        raise error

    return run


# --- The service says so -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "body"),
    [
        (AMAP, '{"status":"0","info":"INVALID_USER_KEY","infocode":"10001"}'),
        (AMAP, '{"status":"0","info":"INVALID_USER_IP","infocode":"10005"}'),
        (BAIDU, '{"status":200,"message":"APP不存在，AK有误请检查再重试"}'),
        (BAIDU, '{"status":240,"message":"APP 服务被禁用"}'),
        (TIANDITU, '{"code":301001,"msg":"非法key","resolve":"请到API控制台重新申请Key"}'),
    ],
)
def test_a_bad_key_in_a_200_answer(served, ask, clock, way, body):
    served.act(reply(body))
    with pytest.raises(ServiceRefusedError, match="refuses the key"):
        ask(way)
    assert (len(served.seen), clock.waits) == (1, [])


@pytest.mark.parametrize(
    ("way", "body"),
    [
        (AMAP, '{"status":"0","info":"DAILY_QUERY_OVER_LIMIT","infocode":"10003"}'),
        (AMAP, '{"status":"0","info":"USER_DAILY_QUERY_OVER_LIMIT","infocode":"10044"}'),
        (BAIDU, '{"status":302,"message":"天配额超限，限制访问"}'),
        (BAIDU, '{"status":4,"message":"配额校验失败"}'),
        (TIANDITU, '{"code":1,"msg":"服务调用次数超限"}'),
    ],
)
def test_a_spent_quota_in_a_200_answer(served, ask, way, body):
    served.act(reply(body))
    with pytest.raises(ServiceRefusedError, match="quota is spent"):
        ask(way)
    assert len(served.seen) == 1


@pytest.mark.parametrize(
    ("way", "busy", "good"),
    [
        (AMAP, '{"status":"0","infocode":"10021"}', '{"status":"1","geocodes":[]}'),
        (BAIDU, '{"status":401,"message":"并发超限"}', '{"status":0,"result":[]}'),
        (TIANDITU, '{"code":2,"msg":"访问过于频繁"}', '{"status":"101"}'),
    ],
)
def test_too_fast_in_a_200_answer(served, ask, clock, way, busy, good):
    served.act(reply(busy), reply(busy), reply(good))
    assert ask(way).text == good
    assert clock.waits == [1.0, 2.0]


def test_too_fast_for_this_minute(served, ask, clock):
    served.act(reply('{"status":"0","infocode":"10004"}'), reply('{"status":"1","geocodes":[]}'))
    ask(AMAP)
    assert clock.waits == [60.0]


@pytest.mark.parametrize(
    ("way", "body"),
    [
        (AMAP, '{"status":"0","info":"INVALID_PARAMS","infocode":"20000"}'),
        (BAIDU, '{"status":2,"message":"Request Parameter Error"}'),
        (TIANDITU, '{"status":"404","msg":"错误"}'),
        (NOMINATIM, '{"error":{"code":400,"message":"Nothing to search for."}}'),
    ],
)
def test_a_question_that_is_not_taken(served, ask, way, body):
    served.act(reply(body))
    with pytest.raises(ServiceAnswerError):
        ask(way)
    assert len(served.seen) == 1


# --- HTTP says so --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 402, 403, 418])
def test_a_refusal_by_http_status(served, ask, status):
    served.act(reply(LOGIN_PAGE, status=status, kind="text/html"))
    with pytest.raises(ServiceRefusedError, match=f"HTTP {status}"):
        ask(AMAP)
    assert len(served.seen) == 1


def test_a_bad_key_by_http_status_and_words(served, ask):
    served.act(reply('{"code":308011,"message":"请求参数非法长度或不合规"}', status=400))
    with pytest.raises(ServiceRefusedError, match="PLANMAP_TIANDITU_KEY"):
        ask(TIANDITU)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("asked", ["7", "Mon, 23 Nov 2026 08:00:07 GMT"])
def test_too_fast_with_retry_after(served, ask, clock, status, asked):
    served.act(reply(LOGIN_PAGE, status=status, kind="text/html", Retry_After=asked), reply("[]"))
    ask(NOMINATIM)
    assert clock.waits == [7.0]


@pytest.mark.parametrize("asked", ["", "soon", "-3"])
def test_too_fast_without_a_time(served, ask, clock, asked):
    served.act(reply("", status=429, Retry_After=asked))
    with pytest.raises(ServiceUnavailableError, match="HTTP 429"):
        ask(NOMINATIM)
    assert clock.waits == [1.0, 2.0]
    assert len(served.seen) == Limits().tries


def test_a_wait_beyond_the_budget(served, ask, clock):
    served.act(reply("", status=503, Retry_After="86400"))
    with pytest.raises(ServiceUnavailableError, match=r"more than is left of 300 s in all; run again later"):
        ask(AMAP)
    assert (len(served.seen), clock.waits) == (1, [])


def test_a_budget_that_is_spent(served, connect, ask, clock):
    served.act(reply("", status=503, Retry_After="40"))
    client = connect(served.port, limits=Limits(total_s=100.0))
    for _ in range(3):
        with pytest.raises(ServiceUnavailableError):
            ask(NOMINATIM, by=client)
    assert clock.now <= 1000.0 + 100.0


@pytest.mark.parametrize("status", [500, 502, 503, 504, 509])
def test_a_server_that_is_down(served, ask, status):
    served.act(reply(LOGIN_PAGE, status=status, kind="text/html"), reply('{"status":"1","geocodes":[]}'))
    ask(AMAP)
    assert len(served.seen) == 2


@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirect_is_not_followed(served, ask, status):
    served.act(reply("", status=status, Location="/login"))
    with pytest.raises(ServiceAnswerError, match="sends elsewhere"):
        ask(AMAP)
    assert [path for path, _, _ in served.seen] == ["/v3/geocode/geo"]


# --- What comes is no answer ---------------------------------------------------------------------


@pytest.mark.parametrize("way", [AMAP, TIANDITU, BAIDU, NOMINATIM])
def test_a_login_page(served, ask, way):
    served.act(reply(LOGIN_PAGE, kind="text/html; charset=utf-8"))
    with pytest.raises(ServiceAnswerError, match="wants a login"):
        ask(way)


@pytest.mark.parametrize("way", [AMAP, TIANDITU, BAIDU, NOMINATIM])
@pytest.mark.parametrize("body", ["", " ", '{"status":"1","geoco', '[{"lat":', LOGIN_PAGE, "null", "0"])
def test_empty_or_cut_json(served, ask, way, body):
    served.act(reply(body))
    with pytest.raises(ServiceAnswerError):
        ask(way)


def test_a_wrong_content_type(served, ask):
    served.act(reply('{"status":"1","geocodes":[]}', kind="image/png"))
    with pytest.raises(ServiceAnswerError, match="no JSON"):
        ask(AMAP)


def test_an_answer_that_is_no_utf8(served, ask):
    served.act(reply('{"status":"1","info":"和平","geocodes":[]}'.encode("gb18030")))
    with pytest.raises(ServiceAnswerError, match="no UTF-8"):
        ask(AMAP)


def test_a_body_that_breaks_off(served, ask):
    def break_off(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"status":"1",')
        handler.close_connection = True

    served.act(break_off)
    with pytest.raises(ServiceUnavailableError, match="cannot be reached"):
        ask(AMAP)


# --- Size and time -------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_bomb(served, ask, pack):
    bomb = pack(b" " * 50_000_000)
    assert len(bomb) < 100_000
    encoding = "gzip" if pack is gzip.compress else "deflate"
    served.act(reply(bomb, Content_Encoding=encoding))
    with pytest.raises(ServiceAnswerError, match="more than 2 MB"):
        ask(AMAP)


def test_a_packed_answer_that_was_not_asked_for(served, ask):
    served.act(reply(gzip.compress(b'{"status":"1","geocodes":[]}', mtime=0), Content_Encoding="gzip"))
    assert ask(AMAP).text == '{"status":"1","geocodes":[]}'


CUT = gzip.compress(b'{"status":"1","geocodes":[]}', mtime=0)[:-3]


@pytest.mark.parametrize(
    ("body", "encoding", "why"),
    [
        (b"?", "br", "not asked for"),
        (b"no gzip at all", "gzip", "packs its answer wrongly"),
        (CUT, "gzip", "packs its answer wrongly"),
    ],
)
def test_a_packing_that_is_unknown_or_wrong(served, ask, body, encoding, why):
    served.act(reply(body, Content_Encoding=encoding))
    with pytest.raises(ServiceError, match=why):
        ask(AMAP)


def test_an_answer_of_fifty_megabytes(served, ask):
    sent = []

    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(50_000_000))
        handler.end_headers()
        for _ in range(50):
            handler.wfile.write(b" " * 1_000_000)
            sent.append(1_000_000)

    served.act(endless)
    with pytest.raises(ServiceAnswerError, match="more than 2 MB"):
        ask(AMAP)
    assert sum(sent) < 50_000_000
    assert MOST_BYTES == 2_000_000


@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"]
)
def test_a_server_that_trickles_or_says_nothing(served, connect, ask, head):
    def trickle(handler):
        handler.wfile.write(head)
        while not served.over.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    served.act(trickle if head else lambda _: served.over.wait())
    client = connect(served.port, limits=Limits(request_s=0.2, tries=1))
    with pytest.raises(ServiceUnavailableError, match=r"no whole answer within 0\.2 s|not answer in time"):
        ask(AMAP, by=client)


# --- The network ---------------------------------------------------------------------------------


def closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_a_refused_connection(connect, ask, clock):
    with pytest.raises(ServiceUnavailableError, match="cannot be reached"):
        ask(AMAP, by=connect(closed_port()))
    assert clock.waits == [1.0, 2.0]


def test_a_name_that_does_not_resolve(tmp_path, ask, clock):
    def fail(request):
        raise httpx.ConnectError(f"[Errno -2] Name or service not known: {request.url}", request=request)

    unresolved = httpx.MockTransport(fail)
    client = ServiceClient(tmp_path, transport=unresolved, clock=clock, sleep=clock.sleep)
    with client, pytest.raises(ServiceUnavailableError, match="Name or service not known"):
        ask(AMAP, by=client)


def test_a_failure_of_tls(served, tmp_path, ask, clock):
    way = own_nominatim(f"https://someone:{'Secret'}@127.0.0.1:{served.port}").asks[0]
    served.act(reply("[]"))
    client = ServiceClient(tmp_path, transport=httpx.HTTPTransport(), clock=clock, sleep=clock.sleep)
    with client, pytest.raises(ServiceUnavailableError, match="cannot be reached"):
        ask(way, by=client)


def test_a_server_that_speaks_no_http(served, ask):
    served.act(
        lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n\r\n") and handler.connection.close()
    )
    with pytest.raises(ServiceUnavailableError):
        ask(AMAP)


def test_a_key_that_is_echoed(served, ask, tmp_path):
    served.act(reply(f'{{"status":"1","geocodes":[],"url":"/v3?key={KEY}&key=Secret%2Fkey%2B7"}}'))
    assert ask(AMAP).text == '{"status":"1","geocodes":[],"url":"/v3?key=[key]&key=[key]"}'
    assert "Secret" not in (tmp_path / CACHE_FILE).read_text(encoding="utf-8")


def test_a_failure_is_asked_for_again(served, connect, ask):
    served.act(reply(LOGIN_PAGE), reply('{"status":"1","geocodes":[]}'))
    with pytest.raises(ServiceAnswerError):
        ask(AMAP)
    assert ask(AMAP, by=connect(served.port)).text
