/** Geometries of the page's data as GeoJSON: positions of 7 decimals, rings by the right-hand rule. */

import { partsOf, readCircle, toLonLat } from './geometry.js';

const CIRCLE_CORNERS = 64;

/**
 * @param {LonLat} position
 * @returns {LonLat}
 */
const rounded = ([lon, lat]) => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

/**
 * Twice the area of a ring; positive where it runs against the clock.
 * @param {LonLat[]} ring
 */
function turnOf(ring) {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] - ring[0][0]) * (y - ring[0][1]) - (x - ring[0][0]) * (ring[i][1] - ring[0][1]), 0);
}

/**
 * The first ring of an area runs against the clock, its holes with it.
 * @param {LonLat[][]} rings
 */
function turned(rings) {
  return rings.map((ring, i) => (turnOf(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
}

/**
 * @param {CircleData} shape
 * @returns {LonLat[]}
 */
function circleRing(shape) {
  const { centre: [x, y], radius } = readCircle(shape).circle;
  const corners = Array.from({ length: CIRCLE_CORNERS }, (_, i) => {
    const angle = (-i * 2 * Math.PI) / CIRCLE_CORNERS;
    return rounded(toLonLat([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]));
  });
  return [...corners, corners[0]];
}

/**
 * Return a shape of the page's data as a GeoJSON geometry.
 * @param {ShapeData} shape
 * @returns {GeometryData}
 */
export function geometryOf(shape) {
  if (shape.type === 'Circle') return { type: 'Polygon', coordinates: [circleRing(shape)] };
  if (shape.type === 'MultiPolygon' && 'coordinates' in shape) return { type: shape.type, coordinates: shape.coordinates.map((rings) => turned(rings.map((ring) => ring.map(rounded)))) };
  const parts = partsOf(shape).map((part) => part.map(rounded));
  const { type } = shape;
  if (type === 'Point') return { type, coordinates: parts[0][0] };
  if (type === 'LineString' || type === 'MultiPoint') return { type, coordinates: parts[0] };
  return type === 'MultiLineString' ? { type, coordinates: parts } : { type: 'Polygon', coordinates: turned(parts) };
}
