/** How near to a thing the reader must point, in pixels. */

export const MOUSE_TOLERANCE = 8;
const TOUCH_TOLERANCE = 22;

/** @param {L.LeafletMouseEvent} event */
export function toleranceOf({ originalEvent }) {
  const isTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
  return isTouch ? TOUCH_TOLERANCE : MOUSE_TOLERANCE;
}
