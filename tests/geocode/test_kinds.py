import pytest

from geo.geocode.kinds import conflict


@pytest.mark.parametrize(
    ("kind", "other"),
    [("road", "subdistrict"), ("tunnel", "poi"), ("market", "subdistrict"), ("park", "road")],
)
def test_kinds_of_different_families_conflict_both_ways(kind, other):
    assert conflict(kind, other)
    assert conflict(other, kind)


@pytest.mark.parametrize(
    ("kind", "other"), [("road", "tunnel"), ("zone", "poi"), (None, "road"), ("road", None)]
)
def test_kinds_of_one_family_and_unknown_kinds_do_not(kind, other):
    assert not conflict(kind, other)
