/** What GCJ-02 and BD-09 add to a position of WGS 84, and the way back: geo/shifts.py for the browser. */

const SEMI_MAJOR_M = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;
/** West, south, east, north: beyond them GCJ-02 is WGS 84. */
const SHIFTED = [72.004, 0.8293, 137.8347, 55.8271];
const BD09_OFFSET = [0.0065, 0.006];
const BD09_WAVE = (Math.PI * 3000) / 180;
/** Each round of the inverse gains nearly two digits; it ends below 0.01 mm. */
const UNDO_ROUNDS = 12;
const STILL_DEG = 1e-10;

/** @param {LonLat} position */
function isShifted([lon, lat]) {
  const [west, south, east, north] = SHIFTED;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/**
 * Return the sum of the waves that an axis has for itself; x is in degrees from the origin of the formula.
 * @param {number} x
 * @param {number} long
 * @param {number} longest
 */
function ownWaves(x, long, longest) {
  const angle = Math.PI * x;
  return 20 * Math.sin(angle) + 40 * Math.sin(angle / 3) + long * Math.sin(angle / 12) + longest * Math.sin(angle / 30);
}

/**
 * Return what GCJ-02 adds, in degrees.
 * @param {LonLat} position
 * @returns {Pair}
 */
function gcj02Shift([lon, lat]) {
  const [x, y] = [lon - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const ripple = 20 * (Math.sin(2 * Math.PI * x) + Math.sin(6 * Math.PI * x));
  const eastM = 300 + x + 2 * y + 0.1 * (x * (x + y) + root) + ((ripple + ownWaves(x, 150, 300)) * 2) / 3;
  const northM = -100 + 2 * x + 3 * y + 0.2 * (y * y + root) + 0.1 * x * y + ((ripple + ownWaves(y, 160, 320)) * 2) / 3;
  const radian = Math.PI / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(lat * radian) ** 2;
  const bow = Math.sqrt(flattening);
  return [
    (eastM * bow) / (SEMI_MAJOR_M * radian * Math.cos(lat * radian)),
    (northM * flattening * bow) / (SEMI_MAJOR_M * radian * (1 - ECCENTRICITY_SQUARED)),
  ];
}

/**
 * Return what BD-09 adds to GCJ-02, in degrees.
 * @param {LonLat} position
 * @returns {Pair}
 */
function bd09Shift([lon, lat]) {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD09_WAVE);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD09_WAVE);
  return [radius * Math.cos(angle) + BD09_OFFSET[0] - lon, radius * Math.sin(angle) + BD09_OFFSET[1] - lat];
}

/**
 * Return the position to which a shift adds up to the given one.
 * @param {LonLat} shifted
 * @param {(position: LonLat) => Pair} shift
 * @returns {LonLat}
 */
function undoShift(shifted, shift) {
  let at = shifted;
  for (let round = 0; round < UNDO_ROUNDS; round += 1) {
    const [east, north] = shift(at);
    /** @type {LonLat} */
    const next = [shifted[0] - east, shifted[1] - north];
    const moved = Math.max(Math.abs(next[0] - at[0]), Math.abs(next[1] - at[1]));
    at = next;
    if (moved < STILL_DEG) break;
  }
  return at;
}

/**
 * @param {LonLat} position
 * @param {(position: LonLat) => Pair} shift
 * @returns {LonLat}
 */
function shifted([lon, lat], shift) {
  const [east, north] = shift([lon, lat]);
  return [lon + east, lat + north];
}

/**
 * Return a position of WGS 84 in another datum.
 * @param {LonLat} position
 * @param {DatumName} datum
 * @returns {LonLat}
 */
export function fromWgs84(position, datum) {
  if (datum !== 'GCJ-02' && datum !== 'BD-09') return position;
  const gcj02 = isShifted(position) ? shifted(position, gcj02Shift) : position;
  return datum === 'BD-09' ? shifted(gcj02, bd09Shift) : gcj02;
}

/**
 * Return a position of another datum in WGS 84.
 * @param {LonLat} position
 * @param {DatumName} datum
 * @returns {LonLat}
 */
export function toWgs84(position, datum) {
  if (datum !== 'GCJ-02' && datum !== 'BD-09') return position;
  const gcj02 = datum === 'BD-09' ? undoShift(position, bd09Shift) : position;
  const [west, south, east, north] = SHIFTED;
  const near = gcj02[0] > west - 0.05 && gcj02[0] < east + 0.05 && gcj02[1] > south - 0.05 && gcj02[1] < north + 0.05;
  const wgs84 = near ? undoShift(gcj02, gcj02Shift) : gcj02;
  return isShifted(wgs84) ? wgs84 : gcj02;
}
