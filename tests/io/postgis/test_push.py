"""Layers in a real PostGIS: what is there after a push, after a second one, and after one that fails."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import asyncpg
import pandas as pd
import pytest
import shapely

from geo import pipeline
from geo.errors import DatabaseError, InputError
from geo.io.assets import read_labels
from geo.io.postgis import parse_address, push, push_layers
from geo.schema import (
    DERIVED_LAYERS,
    MISSES,
    ROADS,
    SOURCE_LAYERS,
    TASK_AREAS,
    TASK_LINES,
    TASK_POINTS,
    TASKS,
    ZONES,
    Type,
)
from geo.workspace import load_workspace

REPOSITORY = Path(__file__).parents[3]
LABELS = read_labels()
SQL_TYPES = {
    Type.TEXT: "text",
    Type.INTEGER: "bigint",
    Type.NUMBER: "double precision",
    Type.DATE: "date",
    Type.FLAG: "boolean",
}
LAYERS = (*SOURCE_LAYERS, *DERIVED_LAYERS)
CATALOG = {
    "pg_class": "oid, relname, relfilenode, relnatts, relkind, relowner, relacl::text",
    "pg_constraint": "oid, conname, conrelid, conindid",
    "pg_namespace": "oid, nspname, nspowner, nspacl::text",
    "pg_trigger": "oid, tgname",
}
"""What a definition is, without the statistics that the server keeps with it."""
CHILDREN = (TASK_POINTS, TASK_LINES, TASK_AREAS, MISSES)

pytestmark = pytest.mark.postgis


@pytest.fixture(scope="module")
def layers():
    return pipeline.read_all_layers(load_workspace(REPOSITORY))


def bring(layers, database, *, schema="planmap", address=None):
    return push_layers(layers, parse_address(address or database.address), schema=schema, labels=LABELS)


def content(database, table, schema="planmap"):
    """Give a table's rows as text, sorted."""
    return [row for (row,) in database.ask(f'SELECT t::text FROM "{schema}"."{table}" AS t ORDER BY 1')]


def everything(database):
    """Give all that a push could change: rows with where and when they were written, and the catalog."""
    rows = {
        name: database.ask(f"SELECT ctid::text, xmin::text, t::text FROM planmap.{name} AS t ORDER BY ctid")
        for (name,) in database.ask("SELECT relname FROM pg_class WHERE relkind = 'r'"
                                    " AND relnamespace = 'planmap'::regnamespace")
    }  # fmt: skip
    catalog = [
        database.ask(f"SELECT {columns} FROM pg_catalog.{name} WHERE oid >= 16384 ORDER BY oid")
        for name, columns in CATALOG.items()
    ]
    # The server keeps a namespace for temporary tables once a session had one.
    catalog[2] = [row for row in catalog[2] if not row[1].startswith("pg_")]
    comments = database.ask(
        "SELECT t::text FROM pg_catalog.pg_description AS t WHERE objoid >= 16384 ORDER BY 1"
    )
    return rows, catalog, comments


def rows_alone(found):
    """Give the rows of what :func:`everything` gives, wherever they lie."""
    return {name: sorted(row[2] for row in rows) for name, rows in found[0].items()}


def without_task(layers, task_id):
    """Give the layers as if a report had one task less."""
    kept = {layer: layers[layer][layers[layer]["task_id"] != task_id] for layer in (TASKS, *CHILDREN)}
    return {**layers, **kept}


# --- What is there -------------------------------------------------------------------------------


def test_every_layer_is_a_table_with_its_rows(database, layers):
    report = bring(layers, database)
    assert {table.name: table.rows for table in report.tables} == {
        layer.name: len(frame) for layer, frame in layers.items()
    }
    found = {layer.name: database.ask(f"SELECT count(*) FROM planmap.{layer.name}")[0][0] for layer in LAYERS}
    assert found == {layer.name: len(layers[layer]) for layer in LAYERS}


def test_each_cell_is_what_it_was_and_a_missing_one_is_null(database, layers):
    bring(layers, database)
    for layer, frame in layers.items():
        columns = ", ".join(f'"{name}"' for name in layer.column_names)
        key = f'"{layer.id_column}" COLLATE "C"' if layer.id_column else "row_number"
        found = database.ask(f"SELECT {columns} FROM planmap.{layer.name} ORDER BY {key}")
        ordered = frame.sort_values(layer.id_column) if layer.id_column else frame
        cells = ordered[list(layer.column_names)].astype(object)
        assert found == list(cells.where(cells.notna(), None).itertuples(index=False, name=None))


def test_each_column_has_its_type_and_its_chinese_comment(database, layers):
    bring(layers, database)
    found = database.ask("""
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            col_description(c.oid, a.attnum)
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'planmap'::regnamespace AND c.relkind = 'r' AND attnum > 0""")
    told = {(table, name): (kind, required, comment) for table, name, kind, required, comment in found}
    for layer in LAYERS:
        for column in layer.columns:
            required = column.required or column.name == layer.id_column
            comment = LABELS["columns"][column.name]
            assert told[layer.name, column.name] == (SQL_TYPES[column.type], required, comment)
        if layer.geometry:
            assert told[layer.name, "geometry"] == (f"geometry({layer.geometry},4326)", True, "图形")
    assert told["misses", "row_number"] == ("bigint", True, "行号")


def test_each_table_has_its_chinese_comment(database, layers):
    bring(layers, database)
    found = dict(database.ask("SELECT relname, obj_description(oid, 'pg_class') FROM pg_class"
                              " WHERE relnamespace = 'planmap'::regnamespace AND relkind = 'r'"))  # fmt: skip
    assert found == dict(LABELS["layers"])


def test_shapes_are_of_the_layers_type_and_crs_and_exactly_where_they_were(database, layers):
    bring(layers, database)
    told = dict(database.ask("SELECT f_table_name, type || ' ' || srid FROM public.geometry_columns"))
    assert told == {layer.name: f"{layer.geometry.upper()} 4326" for layer in LAYERS if layer.geometry}
    for layer in (ZONES, ROADS, TASK_POINTS):
        found = dict(database.ask(f"SELECT id, ST_AsBinary(geometry) FROM planmap.{layer.name}"))
        frame = layers[layer]
        drawn = dict(zip(frame["id"], frame.geometry, strict=True))
        assert {id_: shapely.from_wkb(shape) for id_, shape in found.items()} == drawn


def test_keys_references_and_spatial_indexes_are_there(database, layers):
    bring(layers, database)
    keys = dict(
        database.ask("""
        SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'planmap'::regnamespace AND contype = 'p'""")
    )
    assert keys == {
        f"planmap.{layer.name}": f"PRIMARY KEY ({layer.id_column or 'row_number'})" for layer in LAYERS
    }
    references = database.ask("""
        SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'planmap'::regnamespace AND contype = 'f'""")
    to_tasks = "FOREIGN KEY (task_id) REFERENCES planmap.tasks(task_id)"
    assert sorted(references) == sorted((f"planmap.{layer.name}", to_tasks) for layer in CHILDREN)
    indexed = database.ask("SELECT tablename FROM pg_indexes WHERE schemaname = 'planmap'"
                           " AND indexdef LIKE '%USING gist (geometry)'")  # fmt: skip
    assert sorted(indexed) == sorted((layer.name,) for layer in LAYERS if layer.geometry)


def test_hostile_text_arrives_as_it_was_written(database, layers):
    text = '\'; DROP TABLE planmap.tasks; -- \\N \\\\ \t\n\r "…" 𠮷 二七区 \\.'
    tasks = layers[TASKS].copy()
    tasks.loc[tasks.index[0], "text"] = text
    for _ in range(2):
        bring({**layers, TASKS: tasks}, database)
        first = tasks.iloc[0]["task_id"]
        assert database.ask("SELECT text FROM planmap.tasks WHERE task_id = $1", first) == [(text,)]


# --- A second push -------------------------------------------------------------------------------


def test_a_second_push_writes_nothing(database, layers):
    bring(layers, database)
    before = everything(database)
    report = bring(layers, database)
    assert everything(database) == before
    assert [table.name for table in report.tables if table.wrote] == []


def test_only_what_differs_is_written(database, layers):
    bring(layers, database)
    before, _, _ = everything(database)
    gone = layers[TASK_POINTS]["task_id"].iloc[0]
    changed = without_task(layers, gone)
    kept = changed[TASKS]["task_id"].iloc[0]
    tasks = changed[TASKS].copy()
    tasks.loc[tasks["task_id"] == kept, "due"] = dt.date(2031, 1, 2)
    points = layers[TASK_POINTS]
    report = bring({**changed, TASKS: tasks}, database)
    counts = {table.name: (table.added, table.changed, table.removed) for table in report.tables}
    assert counts["tasks"] == (0, 1, 1)
    assert counts["task_points"] == (0, 0, int((points["task_id"] == gone).sum()))
    assert counts["places"] == (0, 0, 0)
    after, _, _ = everything(database)
    written = {row[2] for row in set(after["tasks"]) - set(before["tasks"])}
    assert [kept in row for row in written] == [True]
    back = {table.name: (table.added, table.changed) for table in bring(layers, database).tables}
    assert back["tasks"] == (1, 1)
    assert rows_alone(everything(database)) == rows_alone((before, [], []))


def test_a_vertex_that_moves_is_written(database, layers):
    bring(layers, database)
    roads = layers[ROADS].copy()
    reversed_line = shapely.reverse(roads.geometry.iloc[0])
    roads.loc[roads.index[0], "geometry"] = reversed_line
    report = bring({**layers, ROADS: roads}, database)
    assert [(table.name, table.changed) for table in report.tables if table.wrote] == [("roads", 1)]
    ((found,),) = database.ask(
        "SELECT ST_AsBinary(geometry) FROM planmap.roads WHERE id = $1", roads["id"].iloc[0]
    )
    assert shapely.from_wkb(found) == reversed_line


def test_what_was_changed_in_the_database_is_what_the_layers_say_again(database, layers):
    bring(layers, database)
    before = content(database, "places")
    database.run("UPDATE planmap.places SET name = 'x' WHERE id < 'P-05';"
                 " DELETE FROM planmap.places WHERE id > 'P-30';"
                 " INSERT INTO planmap.places SELECT 'Q-1', name, aliases, kind, within, landmark, datum_in,"
                 " source, source_detail, licence, precision, uncertainty_m, checked_on, checked_by, note,"
                 " geometry"
                 " FROM planmap.places LIMIT 1")  # fmt: skip
    bring(layers, database)
    assert content(database, "places") == before


def test_what_users_hung_on_the_tables_stays(database, layers):
    bring(layers, database)
    database.run("""
        CREATE ROLE reader; GRANT USAGE ON SCHEMA planmap TO reader; GRANT SELECT ON planmap.tasks TO reader;
        CREATE VIEW public.late AS SELECT task_id, due FROM planmap.tasks WHERE due < '2020-12-31';
        ALTER TABLE planmap.tasks ADD COLUMN remark text;
        UPDATE planmap.tasks SET remark = '已核';
        CREATE INDEX tasks_by_unit ON planmap.tasks (unit);
        CREATE TABLE public.visits (task_id text REFERENCES planmap.tasks, on_day date);
        CREATE TABLE public.audit (what text);
        CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN INSERT INTO audit VALUES (NEW.task_id); RETURN NEW; END $$;
        CREATE TRIGGER noted AFTER UPDATE ON planmap.tasks FOR EACH ROW EXECUTE FUNCTION public.note()""")
    late = database.ask("SELECT * FROM public.late ORDER BY 1")
    kept, gone = layers[TASKS]["task_id"].iloc[[0, -1]]
    database.run(f"INSERT INTO public.visits VALUES ('{kept}', '2020-09-01')")
    tasks = layers[TASKS].assign(unit=layers[TASKS]["unit"].where(layers[TASKS]["task_id"] != kept, "某单位"))
    bring(without_task({**layers, TASKS: tasks}, gone), database)
    still = database.ask("SELECT * FROM public.late ORDER BY 1")
    assert still == [row for row in late if row[0] != gone]
    assert len(still) > 0
    assert database.ask("SELECT DISTINCT remark FROM planmap.tasks") == [("已核",)]
    assert database.ask("SELECT count(*) FROM pg_indexes WHERE indexname = 'tasks_by_unit'") == [(1,)]
    assert database.ask("SELECT has_table_privilege('reader', 'planmap.tasks', 'SELECT')") == [(True,)]
    assert database.ask("SELECT what FROM public.audit") == [(kept,)]
    database.run("DROP OWNED BY reader; DROP ROLE reader")


def test_a_reader_does_not_wait_and_sees_the_old_rows_to_its_end(database, layers):
    bring(layers, database)
    gone = layers[TASKS]["task_id"].iloc[0]

    async def read_during_a_push():
        connection = await asyncpg.connect(database.address)
        async with connection.transaction(isolation="repeatable_read"):
            before = await connection.fetchval("SELECT count(*) FROM planmap.tasks")
            await asyncio.to_thread(bring, without_task(layers, gone), database)
            after = await connection.fetchval("SELECT count(*) FROM planmap.tasks")
        later = await connection.fetchval("SELECT count(*) FROM planmap.tasks")
        await connection.close()
        return before, after, later

    rows = len(layers[TASKS])
    assert database.wait_for(read_during_a_push()) == (rows, rows, rows - 1)


def test_a_table_of_an_older_planmap_gets_what_it_lacks(database, layers):
    bring(layers, database)
    whole = everything(database)[0]
    database.run("""
        ALTER TABLE planmap.tasks DROP COLUMN hedge, DROP COLUMN zone, ALTER COLUMN category DROP NOT NULL;
        ALTER TABLE planmap.task_points
            DROP CONSTRAINT task_points_pkey, DROP CONSTRAINT task_points_task_id_fkey;
        DROP INDEX planmap.task_points_geometry_idx, planmap.task_points_task_id_idx;
        COMMENT ON TABLE planmap.tasks IS NULL; COMMENT ON COLUMN planmap.tasks.due IS 'due'""")
    bring(layers, database)
    test_each_column_has_its_type_and_its_chinese_comment(database, layers)
    test_each_table_has_its_chinese_comment(database, layers)
    test_keys_references_and_spatial_indexes_are_there(database, layers)
    assert len(everything(database)[0]["tasks"]) == len(whole["tasks"])


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schema", ["二七区", 'a"b; DROP SCHEMA public; --', "select", "it's", "%s $1 {x}", "Mixed Case"]
)
def test_any_name_of_a_schema_is_only_a_name(database, layers, schema):
    for _ in range(2):
        bring(layers, database, schema=schema)
    assert database.ask("SELECT count(*) FROM pg_tables WHERE schemaname = $1", schema) == [(len(LAYERS),)]
    assert database.ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'public'") == [(1,)]


@pytest.mark.parametrize("schema", ["", "  ", "名" * 22, "a\0b"])
def test_what_is_no_name_of_a_schema_is_refused(database, layers, schema):
    with pytest.raises(InputError, match="--schema"):
        bring(layers, database, schema=schema)


def test_postgis_may_live_in_a_schema_of_its_own(bare_database, layers):
    bare_database.run("CREATE SCHEMA gis; CREATE EXTENSION postgis SCHEMA gis")
    bring(layers, bare_database)
    before = everything(bare_database)
    bring(layers, bare_database)
    assert everything(bare_database) == before


# --- A push that fails ---------------------------------------------------------------------------


def changed_everywhere(layers):
    """Give layers of which every table has other rows than before."""
    gone = layers[TASK_AREAS]["task_id"].iloc[0]
    moved = {
        layer: layers[layer].assign(name="改名" + layers[layer]["name"].astype(str))
        for layer in (ROADS, ZONES)
    }
    return {**without_task(layers, gone), **moved}


def failing(sql):
    begin = "CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    return f"{begin} {sql} RETURN NULL; END $$;"


@pytest.mark.parametrize("table", ["tasks", "roads", "task_areas"])
def test_a_connection_that_is_cut_leaves_the_old_tables(database, layers, table):
    bring(layers, database)
    database.run(failing("PERFORM pg_terminate_backend(pg_backend_pid());")
                 + f" CREATE TRIGGER cut AFTER UPDATE OR DELETE ON planmap.{table}"
                 " EXECUTE FUNCTION public.fail()")  # fmt: skip
    before = everything(database)
    with pytest.raises(DatabaseError, match="the connection was lost"):
        bring(changed_everywhere(layers), database)
    assert everything(database) == before


def test_a_first_push_that_is_cut_leaves_nothing(database, layers):
    database.run("""
        CREATE FUNCTION public.cut() RETURNS event_trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$;
        CREATE EVENT TRIGGER cut ON ddl_command_end WHEN TAG IN ('CREATE INDEX')
        EXECUTE FUNCTION public.cut()""")
    with pytest.raises(DatabaseError, match="the connection was lost"):
        bring(layers, database)
    assert database.ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'planmap'") == [(0,)]


def test_a_rule_that_fails_at_the_very_end_leaves_the_old_tables(database, layers):
    bring(layers, database)
    database.run(failing("RAISE EXCEPTION '不行';") + """
        CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON planmap.roads DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION public.fail()""")  # fmt: skip
    before = everything(database)
    with pytest.raises(
        DatabaseError, match=r"the database refuses: 不行.*nothing in the database was changed"
    ):
        bring(changed_everywhere(layers), database)
    assert everything(database) == before


def test_a_task_that_users_still_refer_to_is_not_taken_from_them(database, layers):
    bring(layers, database)
    gone = layers[TASKS]["task_id"].iloc[0]
    database.run(f"CREATE TABLE public.visits (task_id text REFERENCES planmap.tasks);"
                 f" INSERT INTO public.visits VALUES ('{gone}')")  # fmt: skip
    before = everything(database)
    with pytest.raises(DatabaseError, match=f"public.visits: .*{gone}.*these rows of yours still need it"):
        bring(without_task(layers, gone), database)
    assert everything(database) == before


def test_layers_of_two_builds_are_refused(database, layers):
    gone = layers[TASK_POINTS]["task_id"].iloc[0]
    torn = {**layers, TASKS: without_task(layers, gone)[TASKS]}
    with pytest.raises(DatabaseError, match=rf"planmap\.\w+: .*{gone}.*not of one build"):
        bring(torn, database)
    bring(layers, database)
    with pytest.raises(DatabaseError, match=rf"planmap\.\w+: .*{gone}.*not of one build"):
        bring(torn, database)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("CREATE VIEW planmap.tasks AS SELECT 1 AS one", "planmap.tasks: is there and is no plain table"),
        ("CREATE TABLE planmap.tasks (task_id text, due text)",
         "planmap.tasks: column due is text, not date"),
        ("CREATE TABLE planmap.roads (geometry public.geometry(Point, 4326))",
         r"planmap.roads: column geometry is geometry\(Point,4326\), not geometry\(LineString,4326\)"),
        ("CREATE TABLE planmap.tasks (task_id text, no int PRIMARY KEY)",
         "planmap.tasks: its key is no, not task_id"),
    ],
)  # fmt: skip
def test_a_table_of_somebody_else_is_refused_and_kept(database, layers, there, said):
    database.run(f"CREATE SCHEMA planmap; {there}")
    before = everything(database)
    with pytest.raises(DatabaseError, match=said):
        bring(layers, database)
    assert everything(database) == before


def test_a_session_that_holds_a_row_is_named_after_a_while(database, layers, monkeypatch):
    monkeypatch.setattr(push, "LOCK_S", 0.1)
    bring(layers, database)

    async def push_while_a_row_is_held():
        connection = await asyncpg.connect(database.address)
        try:
            await connection.execute("BEGIN; SELECT 1 FROM planmap.roads FOR UPDATE")
            await asyncio.to_thread(bring, changed_everywhere(layers), database)
        finally:
            await connection.close()

    before = content(database, "tasks")
    with pytest.raises(DatabaseError, match="another session holds the tables"):
        database.wait_for(push_while_a_row_is_held())
    assert content(database, "tasks") == before


def test_a_text_that_no_database_holds_is_refused(database, layers):
    tasks = layers[TASKS].assign(text="a\0b")
    with pytest.raises(DatabaseError, match="nothing in the database was changed"):
        bring({**layers, TASKS: tasks}, database)
    with pytest.raises(DatabaseError, match="nothing in the database was changed"):
        bring({**layers, TASKS: layers[TASKS].assign(text="\ud842")}, database)


def test_an_error_leads_back_to_nothing_that_knows_the_password(planner, database, layers):
    user, _ = planner
    with pytest.raises(DatabaseError) as caught:
        bring(layers, database, address=database.address_for(user, "falsches-Kennwort"))
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert "falsches-Kennwort" not in f"{caught.value}{caught.value.__dict__}"


def test_an_empty_layer_is_an_empty_table(database, layers):
    empty = {layer: frame.iloc[:0] for layer, frame in layers.items()}
    bring(empty, database)
    assert sum(table.rows for table in bring(empty, database).tables) == 0
    bring(layers, database)
    assert len(content(database, "tasks")) == len(layers[TASKS])
    bring(empty, database)
    assert content(database, "task_points") == []


def test_the_order_of_rows_changes_nothing(database, layers):
    bring(layers, database)
    before = everything(database)
    turned = {layer: frame if not layer.id_column else frame.iloc[::-1] for layer, frame in layers.items()}
    bring(turned, database)
    assert everything(database) == before
    assert isinstance(turned[TASKS], pd.DataFrame)
