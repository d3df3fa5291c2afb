/** What is shown as files: GeoJSON (RFC 7946) and a table for spreadsheets. */

import { csvText } from './csv_text.js';
import { partsOfRow } from './feature_picking.js';
import { features } from './feature_state.js';
import { textAt, textOf } from './feature_table.js';
import { toLonLat } from './geometry.js';

const DECIMALS = 6;

/** @param {Pair} position */
const degrees = (position) => toLonLat(position).map((value) => Number(value.toFixed(DECIMALS)));

/**
 * Return the value of a cell, as it came: codes stay codes.
 * @param {FeatureColumn} column
 * @param {number} row
 */
function valueAt(column, row) {
  const code = column.codes[row];
  if (!code) return null;
  if (column.kind === 'number') return Number(textOf(column, code));
  return column.values ? column.values[code] : textOf(column, code);
}

/**
 * @param {Pair[]} ring
 */
const closed = (ring) => [...ring, ring[0]].map(degrees);

/**
 * Return a geometry; whether a ring is a hole of the one before is told by how it turns.
 * @param {FeatureTable} table
 * @param {number} row
 */
function geometryAt(table, row) {
  const parts = partsOfRow(table, row);
  switch (table.dimensions[row]) {
    case 0: return parts.length === 1 ? { type: 'Point', coordinates: degrees(parts[0][0]) } : { type: 'MultiPoint', coordinates: parts.map(([position]) => degrees(position)) };
    case 1: return parts.length === 1 ? { type: 'LineString', coordinates: parts[0].map(degrees) } : { type: 'MultiLineString', coordinates: parts.map((part) => part.map(degrees)) };
    case 2: {
      /** @type {number[][][][]} */
      const areas = [];
      for (const part of parts) {
        if (isHole(part) && areas.length) areas[areas.length - 1].push(closed(part));
        else areas.push([closed(part)]);
      }
      return areas.length === 1 ? { type: 'Polygon', coordinates: areas[0] } : { type: 'MultiPolygon', coordinates: areas };
    }
    default: return null;
  }
}

/**
 * Rings come with outer ones counterclockwise on the ground, which is clockwise where y goes down.
 * @param {Pair[]} ring
 */
function isHole(ring) {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) twice += (ring[j][0] - ring[0][0]) * (ring[i][1] - ring[0][1]) - (ring[i][0] - ring[0][0]) * (ring[j][1] - ring[0][1]);
  return twice > 0;
}

/** Return the shown rows as the text of a feature collection, one feature a line. */
export function featuresAsGeoJson() {
  const { table, order } = features;
  const lines = Array.from(order, (row) => JSON.stringify({
    type: 'Feature',
    properties: Object.fromEntries(table.columns.map((column) => [column.name, valueAt(column, row)])),
    geometry: geometryAt(table, row),
  }));
  return `{\n"type": "FeatureCollection",\n"name": ${JSON.stringify(table.title)},\n"features": [\n${lines.join(',\n')}\n]\n}\n`;
}

/** Return the shown rows as CSV, in the reader's words, each with the middle of its place. */
export function featuresAsCsv() {
  const { table, order } = features;
  const rows = Array.from(order, (row) => [
    ...table.columns.map((column) => (column.kind === 'number' ? valueAt(column, row) : textAt(column, row))),
    ...(Number.isFinite(table.boxes[4 * row]) ? degrees([(table.boxes[4 * row] + table.boxes[4 * row + 2]) / 2, (table.boxes[4 * row + 1] + table.boxes[4 * row + 3]) / 2]) : ['', '']),
  ]);
  return csvText([[...table.columns.map(({ label }) => label), 'lon', 'lat'], ...rows]);
}
