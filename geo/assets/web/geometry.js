/** Shapes on the Mercator square of zoom 0 (256 px wide), and what can be asked of them there. */

const WORLD_PX = 256;
const EARTH_M = 40075016.686;
/** @type {Record<GeometryData['type'], 0 | 1 | 2>} */
const DIMENSIONS = { Point: 0, MultiPoint: 0, LineString: 1, MultiLineString: 1, Polygon: 2, MultiPolygon: 2 };

/**
 * @param {LonLat} position
 * @returns {Pair}
 */
export function toWorld([lon, lat]) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [
    WORLD_PX * (lon / 360 + 0.5),
    WORLD_PX * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  ];
}

/**
 * @param {Pair} position
 * @returns {LonLat}
 */
export function toLonLat([x, y]) {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD_PX))) * 180) / Math.PI;
  return [(x / WORLD_PX) * 360 - 180, lat];
}

/**
 * Return how many metres a pixel of zoom 0 is on the ground at a latitude.
 * @param {number} lat
 */
export function metresPerWorldPixel(lat) {
  return (EARTH_M * Math.cos((lat * Math.PI) / 180)) / WORLD_PX;
}

/**
 * Read a GeoJSON geometry, a packed one, or a Circle of ours, into parts of world positions.
 * @param {ShapeData} shape
 * @returns {Shape}
 */
export function readShape(shape) {
  if (shape.type === 'Circle') return readCircle(shape);
  const parts = partsOf(shape).map((part) => part.map(toWorld));
  const dimension = DIMENSIONS[shape.type];
  return { dimension, parts, circle: null, box: boxOf(parts) };
}

/**
 * @param {CircleData} given
 * @returns {Shape & { circle: NonNullable<Shape['circle']> }}
 */
export function readCircle({ coordinates, radius_m: radiusM }) {
  const centre = toWorld(coordinates);
  const radius = radiusM / metresPerWorldPixel(coordinates[1]);
  /** @type {Box} */
  const box = [centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius];
  return { dimension: 2, parts: [], circle: { centre, radius }, box };
}

/**
 * Return the lon-lat positions of a shape's parts.
 * @param {GeometryData | PackedData} shape
 * @returns {LonLat[][]}
 */
export function partsOf(shape) {
  if ('parts' in shape) return shape.parts.map(unpack);
  switch (shape.type) {
    case 'Point': return [[shape.coordinates]];
    case 'LineString': case 'MultiPoint': return [shape.coordinates];
    case 'MultiPolygon': return shape.coordinates.flat();
    default: return shape.coordinates;
  }
}

/**
 * Return the positions of a packed part: whole steps of 1e-5 degrees from one to the next.
 * @param {number[]} steps
 * @returns {LonLat[]}
 */
function unpack(steps) {
  let [lon, lat] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, i) => {
    lon += steps[2 * i];
    lat += steps[2 * i + 1];
    return [lon / 1e5, lat / 1e5];
  });
}

/**
 * @param {Pair[][]} parts
 * @returns {Box}
 */
export function boxOf(parts) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of parts.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/**
 * @param {Box[]} boxes
 * @returns {Box}
 */
export function joinBoxes(boxes) {
  return boxOf([boxes.flatMap(([x0, y0, x1, y1]) => /** @type {Pair[]} */ ([[x0, y0], [x1, y1]]))]);
}

/**
 * @param {Pair[][]} parts
 * @param {Pair} position
 */
export function isInside(parts, [x, y]) {
  let inside = false;
  for (const ring of parts) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/**
 * @param {Pair[]} points
 * @param {Pair} position
 */
export function distanceToLine(points, [x, y]) {
  let nearest = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    const [ax, ay] = points[i - 1];
    const [dx, dy] = [points[i][0] - ax, points[i][1] - ay];
    const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
  }
  return nearest;
}

/** @param {Pair[]} points */
export function lengthOf(points) {
  let length = 0;
  for (let i = 1; i < points.length; i += 1) {
    length += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  }
  return length;
}

/**
 * Return the position at a distance along a line.
 * @param {Pair[]} points
 * @param {number} distance
 * @returns {Pair}
 */
export function alongLine(points, distance) {
  let left = distance;
  for (let i = 1; i < points.length; i += 1) {
    const [ax, ay] = points[i - 1];
    const [dx, dy] = [points[i][0] - ax, points[i][1] - ay];
    const length = Math.hypot(dx, dy);
    if (left <= length && length > 0) return [ax + (dx * left) / length, ay + (dy * left) / length];
    left -= length;
  }
  return points[points.length - 1];
}
