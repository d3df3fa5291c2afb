/** Measured lengths and areas in words: metres and kilometres, square kilometres, hectares and mu. */

import { say } from './words.js';

const METRES_UP_TO = 2000;
const SQUARE_METRES_UP_TO = 100_000;
const M2_OF_KM2 = 1_000_000;
const M2_OF_HECTARE = 10_000;
/** A mu (亩) is a fifteenth of a hectare. */
const M2_OF_MU = M2_OF_HECTARE / 15;
const THIN_SPACE = '\u202f';

/**
 * 1250 to "1 250"; three digits count, more never mislead.
 * @param {number} value
 */
function numberText(value) {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1))));
  const [whole, rest] = Number(value.toFixed(decimals)).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return rest ? `${grouped}.${rest}` : grouped;
}

/**
 * 1250 to "1 250 m", 2346 to "2.35 km".
 * @param {number} metres
 */
export function measuredLength(metres) {
  return metres < METRES_UP_TO ? `${numberText(Math.round(metres))} m` : `${numberText(metres / 1000)} km`;
}

/**
 * 800000 to "0.8 km²".
 * @param {number} squareMetres
 */
export function measuredArea(squareMetres) {
  return squareMetres < SQUARE_METRES_UP_TO ? `${numberText(Math.round(squareMetres))} m²` : `${numberText(squareMetres / M2_OF_KM2)} km²`;
}

/**
 * The same area as planners count it.
 * @param {number} squareMetres
 */
export function landArea(squareMetres) {
  return say('measured_land', { hectares: numberText(squareMetres / M2_OF_HECTARE), mu: numberText(squareMetres / M2_OF_MU) });
}
