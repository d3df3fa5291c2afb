import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError
from geo.io.postgis import parse_address

MARK = "Zq"
PASSWORDS = st.text(st.characters(codec="utf-8"), max_size=12).map(lambda text: f"{MARK}{text}{MARK}")
FORMS = (
    "postgresql://u:{}@h/d",
    "postgresql://h/d?password={}",
    "postgresql:{}",
    "{}",
)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://", "postgresql://"),
        ("postgresql:///planmap", "postgresql:///planmap"),
        ("postgres://gis@db.local:5433/planmap", "postgresql://gis@db.local:5433/planmap"),
        ("postgresql://gis:geheim@db.local/planmap", "postgresql://gis@db.local/planmap"),
        ("postgresql://gis:@[::1]:5432/planmap", "postgresql://gis@[::1]:5432/planmap"),
        ("postgresql://a:b@one:1,two:2/planmap", "postgresql://a@one:1,two:2/planmap"),
        ("postgresql://%E8%A7%84@h/%E5%9B%BE", "postgresql://规@h/图"),
        ("postgresql:///planmap?host=/run/pg&password=geheim", "postgresql:///planmap?host=/run/pg"),
        ("postgresql:///?service=erqi&sslpassword=geheim", "postgresql:///?service=erqi"),
    ],
)
def test_an_address_is_shown_without_its_password(address, shown):
    assert parse_address(address).shown == shown
    assert "geheim" not in repr(parse_address(address))


@pytest.mark.parametrize(
    ("address", "has_password"),
    [
        ("postgresql://gis@h/d", False),
        ("postgresql://gis:@h/d", False),
        ("postgresql://gis:geheim@h/d", True),
        ("postgresql://gis@h/d?password=geheim", True),
        ("postgresql://gis@h/d?sslmode=require", False),
    ],
)
def test_whether_an_address_has_a_password_is_known(address, has_password):
    assert parse_address(address).has_password is has_password


@pytest.mark.parametrize(
    "address",
    [
        "",
        "planmap",
        "host=h user=u password=geheim",
        "mysql://u:geheim@h/d",
        "postgresql:geheim",
        "//u:geheim@h",
        "postgresql://u:geheim",
        "postgresql://u:ge/heim@h/d",
        "postgresql://u:ge@heim@h/d",
        "postgresql://u:ge#heim@h/d",
        "postgresql://u:ge?heim@h/d",
        "postgresql://[geheim/d",
        "postgresql://h/d?geheim",
        "postgresql://h:123456/d?x=geheim#y",
        "postgresql://h/d?x=geheim@y",
    ],
)
def test_what_is_no_address_is_refused_without_a_word_of_it(address):
    with pytest.raises(InputError, match="the database's address") as caught:
        parse_address(address)
    assert (caught.value.__cause__, "geheim" in str(caught.value)) == (None, False)
    assert "heim" not in str(caught.value)


@given(password=PASSWORDS, form=st.sampled_from(FORMS))
def test_no_password_is_ever_repeated_however_it_was_typed(password, form):
    try:
        told = repr(parse_address(form.format(password)))
    except InputError as error:
        told = str(error)
    assert MARK not in told
