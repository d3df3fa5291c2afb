import base64
import hashlib

from geo.render.web.policy import content_policy


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_only_the_scripts_and_styles_of_the_page_may_run():
    policy = content_policy('<style>b{}</style><script>1</script><script type="module">2</script>')
    assert f"script-src {digest('1')} {digest('2')};" in policy
    assert f"style-src {digest('b{}')};" in policy
    assert policy.startswith("default-src 'none';")


def test_data_is_no_script():
    assert "script-src 'none'" in content_policy('<script type="application/gzip" id="a">{}</script>')


def test_pictures_come_from_the_named_hosts_alone():
    assert "img-src" not in content_policy("")
    policy = content_policy("", picture_hosts=("https://a.example", "http://127.0.0.1:8000"))
    assert "img-src https://a.example http://127.0.0.1:8000;" in policy
    assert policy.startswith("default-src 'none';")
