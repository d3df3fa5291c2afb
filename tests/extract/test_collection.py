from __future__ import annotations

import gc

import pytest

from geo.extract.collection import collection_paused


def test_the_collector_is_off_inside_and_on_again_afterwards():
    assert gc.isenabled()
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure():
    with pytest.raises(ValueError, match="broken"), collection_paused():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off():
    gc.disable()
    try:
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_no_cycles_to_collect(read):
    gc.collect()
    read("今年完成大同路、福寿街2条道路整治，年底前完工。")
    assert gc.collect() == 0
