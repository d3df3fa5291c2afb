from __future__ import annotations

import pytest

from geo.model import TimeRole, TimeType


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("每月2日、7日、27日", "FREQ=MONTHLY;BYMONTHDAY=2,7,27"),
        ("每月5日和20日", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        ("每月15号", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每星期日", "FREQ=WEEKLY;BYDAY=SU"),
        ("每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("每周六和周日", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每年10月", "FREQ=YEARLY;BYMONTH=10"),
        ("每月通报", "FREQ=MONTHLY"),
        ("每季度召开", "FREQ=MONTHLY;INTERVAL=3"),
        ("每半年一次", "FREQ=MONTHLY;INTERVAL=6"),
        ("每周调度", "FREQ=WEEKLY"),
        ("每天开展", "FREQ=DAILY"),
    ],
)
def test_what_comes_again_is_a_rule_and_has_no_day(text, rrule, time_of):
    time = time_of(text)
    assert (time.type, time.role, time.rrule) == (TimeType.SET, TimeRole.RECURRENCE, rrule)
    assert (time.due, time.interval) == (None, None)


def test_a_rule_needs_no_report_date(time_of):
    time = time_of("每周五", None)
    assert (time.rrule, time.notice) == ("FREQ=WEEKLY;BYDAY=FR", None)


@pytest.mark.parametrize("text", ["每天", "每周", "每月", "每个小区", "每年", "每户"])
def test_every_day_of_nothing_is_no_rule(text, times_of):
    assert times_of(text) == []
