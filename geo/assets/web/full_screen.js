/** Give the page the whole screen, where the browser lets it. */

/** Whether this browser can. */
export const canFillScreen = () => Boolean(document.fullscreenEnabled);

export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}

/**
 * `onChange` is told whether the page has the whole screen.
 * @param {(isWhole: boolean) => void} onChange
 */
export function watchFullScreen(onChange) {
  document.addEventListener('fullscreenchange', () => onChange(Boolean(document.fullscreenElement)));
}
