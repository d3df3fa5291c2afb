/** Lengths and areas on the ellipsoid of WGS 84, in metres. */

const AXIS_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const POLAR_M = AXIS_M * (1 - FLATTENING);
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
const MOST_ROUNDS = 50;
const PRECISE_RADIANS = 1e-12;

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/**
 * Return the length of the geodesic between two lon-lat positions, by Vincenty's inverse formula (1975).
 * @param {LonLat} position
 * @param {LonLat} other
 */
export function distanceBetween([lon1, lat1], [lon2, lat2]) {
  const difference = radians(lon2 - lon1);
  /** @param {number} lat */
  const reduced = (lat) => Math.atan((1 - FLATTENING) * Math.tan(radians(lat)));
  const [sin1, cos1] = [Math.sin(reduced(lat1)), Math.cos(reduced(lat1))];
  const [sin2, cos2] = [Math.sin(reduced(lat2)), Math.cos(reduced(lat2))];
  let lambda = difference;
  let arc = { sinSigma: 0, cosSigma: 1, sigma: 0, cosSquared: 0, cosMiddle: 0 };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    if (sinSigma === 0) return 0;
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    const sinAlpha = (cos1 * cos2 * Math.sin(lambda)) / sinSigma;
    const cosSquared = 1 - sinAlpha ** 2;
    const cosMiddle = cosSquared ? cosSigma - (2 * sin1 * sin2) / cosSquared : 0;
    arc = { sinSigma, cosSigma, sigma: Math.atan2(sinSigma, cosSigma), cosSquared, cosMiddle };
    const c = (FLATTENING / 16) * cosSquared * (4 + FLATTENING * (4 - 3 * cosSquared));
    const turn = arc.sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle ** 2 - 1));
    const next = difference + (1 - c) * FLATTENING * sinAlpha * turn;
    const done = Math.abs(next - lambda) < PRECISE_RADIANS;
    lambda = next;
    if (done) break;
  }
  return arcLength(arc);
}

/** @param {Arc} given */
function arcLength({ sinSigma, cosSigma, sigma, cosSquared, cosMiddle }) {
  const u = (cosSquared * (AXIS_M ** 2 - POLAR_M ** 2)) / POLAR_M ** 2;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const shift = b * sinSigma * (cosMiddle + (b / 4) * (cosSigma * (2 * cosMiddle ** 2 - 1)
    - (b / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3)));
  return POLAR_M * a * (sigma - shift);
}

/** @param {LonLat[]} positions */
export function pathLength(positions) {
  return positions.slice(1).reduce((sum, position, i) => sum + distanceBetween(positions[i], position), 0);
}

/**
 * Return the area of a ring of lon-lat positions in square metres: in an equal-area cylinder, areas are those of the ground.
 * @param {LonLat[]} positions
 */
export function areaOf(positions) {
  const flat = positions.map(([lon, lat]) => [AXIS_M * radians(lon), (AXIS_M * authalic(Math.sin(radians(lat)))) / 2]);
  const twice = flat.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = flat[(i + 1) % flat.length];
    return sum + (x - flat[0][0]) * (nextY - flat[0][1]) - (nextX - flat[0][0]) * (y - flat[0][1]);
  }, 0);
  return Math.abs(twice) / 2;
}

/**
 * Snyder, Map Projections (USGS 1395), equation 3-12.
 * @param {number} sine
 */
function authalic(sine) {
  const e = ECCENTRICITY;
  return (1 - e ** 2) * (sine / (1 - (e * sine) ** 2) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
}
