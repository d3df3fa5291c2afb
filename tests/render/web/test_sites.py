from dataclasses import replace

from geo.render.web.sites import sites_of


def sites_named(layers, name):
    return [site for site in sites_of(layers) if site["place"] == name]


def test_two_tasks_at_one_place_are_one_site(east):
    [site] = sites_named(east.layers, "大市场")
    assert [entry["task_id"] for entry in site["tasks"]] == ["T-01-03", "T-01-04"]


def test_each_task_keeps_its_own_status_at_a_shared_place(east):
    [site] = sites_named(east.layers, "大市场")
    assert [entry["status"] for entry in site["tasks"]] == ["done", "planned"]


def test_a_place_that_tasks_call_by_two_names_has_both(east):
    points = east.layers.points.assign(place=["大市场", "老市场"])
    [site] = sites_of(replace(east.layers, points=points, lines=points.iloc[:0], areas=points.iloc[:0]))
    assert site["place"] == "大市场、老市场"


def test_a_circle_is_written_as_its_middle_and_radius(east):
    [site] = sites_named(east.layers, "中心公园")
    assert site["shape"] == {"type": "Circle", "coordinates": [113.96, 34.02], "radius_m": 300.0}


def test_a_line_is_written_as_geojson(east):
    [site] = sites_named(east.layers, "长安街")
    assert site["shape"] == {"type": "LineString", "coordinates": [[113.94, 34.03], [113.97, 34.045]]}


def test_every_row_of_the_layers_is_at_some_site(east):
    rows = sum(len(layer) for layer in (east.layers.points, east.layers.lines, east.layers.areas))
    assert sum(len(site["tasks"]) for site in sites_of(east.layers)) == rows


def test_a_page_without_places_has_no_sites(west):
    assert sites_of(west.layers) == []
