/** Pictures in a page of their own: decoded, made small, compared. */
const STEP = 16;

window.pictures = {
  /** Give a canvas with a PNG, no wider than `width`. */
  async canvasOf(base64, width = Infinity) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const share = Math.min(1, width / bitmap.width);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(bitmap.width * share), Math.round(bitmap.height * share)];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  },

  /** Make a picture smaller, in a few colours that pack well; as a PNG again. */
  async smaller(base64, width) {
    const canvas = await this.canvasOf(base64, width);
    const context = canvas.getContext('2d');
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    image.data.forEach((value, i) => { image.data[i] = Math.min(255, Math.round(value / STEP) * STEP); });
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  },

  /**
   * Compare two pictures: the share of pixels that differ by more than `tolerance` in a channel, of the whole and of the
   * worst of the tiles.
   */
  async difference(one, other, { tolerance, tile }) {
    const [a, b] = await Promise.all([one, other].map((each) => this.canvasOf(each)));
    if (a.width !== b.width || a.height !== b.height) return { whole: 1, worst: 1 };
    const [left, right] = [a, b].map((canvas) => canvas.getContext('2d').getImageData(0, 0, a.width, a.height).data);
    const tiles = new Map();
    for (let at = 0; at < left.length; at += 4) {
      const pixel = at / 4;
      const key = `${Math.floor((pixel % a.width) / tile)} ${Math.floor(pixel / a.width / tile)}`;
      const counted = tiles.get(key) ?? { all: 0, differ: 0 };
      tiles.set(key, counted);
      counted.all += 1;
      counted.differ += [0, 1, 2].some((channel) => Math.abs(left[at + channel] - right[at + channel]) > tolerance);
    }
    const sums = [...tiles.values()];
    const differ = sums.reduce((sum, each) => sum + each.differ, 0);
    return {
      whole: differ / (a.width * a.height),
      worst: Math.max(...sums.filter(({ all }) => all > (tile * tile) / 2).map((each) => each.differ / each.all)),
    };
  },

  /** Give red, green, blue at positions of a picture. */
  async coloursAt(base64, positions) {
    const context = (await this.canvasOf(base64)).getContext('2d');
    return positions.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]);
  },

  /** Count the pixels of a part of a picture that have one of some colours. */
  async countIn(base64, [left, top, right, bottom], colours, tolerance = 4) {
    const context = (await this.canvasOf(base64)).getContext('2d');
    const { data } = context.getImageData(left, top, right - left, bottom - top);
    const counts = colours.map(() => 0);
    for (let at = 0; at < data.length; at += 4) {
      colours.forEach((colour, i) => { counts[i] += colour.every((value, channel) => Math.abs(value - data[at + channel]) <= tolerance); });
    }
    return counts;
  },

  /** Give the first and the last column of a part of a picture that has a dark pixel. */
  async inkIn(base64, [left, top, right, bottom]) {
    const context = (await this.canvasOf(base64)).getContext('2d');
    const { data } = context.getImageData(left, top, right - left, bottom - top);
    const columns = [];
    for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 300) columns.push((at / 4) % (right - left));
    return columns.length ? [left + Math.min(...columns), left + Math.max(...columns)] : null;
  },
};
