/** Parts of addresses that every kind of page writes and reads alike. */

/**
 * Return a part of an address as text, or null where it is broken.
 * @param {string} text
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Write where the map is.
 * @param {L.Map} map
 */
export function viewText(map) {
  const { lat, lng } = map.getCenter();
  return [lat.toFixed(5), lng.toFixed(5), Number(map.getZoom().toFixed(2))].join(',');
}

/**
 * Read where the map shall be, or null where the text is broken.
 * @param {string} text
 */
export function readView(text) {
  const numbers = text.split(',').map((part) => (/^-?\d{1,3}(\.\d+)?$/.test(part) ? Number(part) : NaN));
  const [lat, lon, zoom] = numbers;
  const isView = numbers.length === 3 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22;
  return isView ? { lat, lon, zoom } : null;
}
